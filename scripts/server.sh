# shellcheck shell=bash
# Building, starting, watching and stopping the server.

server=$root/src/Server/bin/Release/net10.0/Tutor.Server.dll
port=${TUTOR_PORT:-8080}
bind=${TUTOR_BIND:-127.0.0.1}
roles=,${TUTOR_ROLES:-web,worker},
roles=${roles// /}
demo=${TUTOR_DEMO:-on}

# TUTOR_DATABASE is set by start_database or use_running_database.
export_settings() { export TUTOR_HOME=$home TUTOR_PORT=$port TUTOR_BIND=$bind TUTOR_DEMO=${demo,,}; }

check_port() {
    [[ $port =~ ^[1-9][0-9]{0,4}$ && $port -le 65535 ]] || fail "TUTOR_PORT is \"$port\"; it must be a number from 1 to 65535."
}

# The address the server is asked at from this machine.
own_address() {
    case $bind in
        '' | '*' | + | 0.0.0.0 | :: | '[::]' | localhost) echo 127.0.0.1 ;;
        *) echo "$bind" ;;
    esac
}

address() {
    local host
    host=$(own_address)
    if [[ $host == *:* && $host != \[* ]]; then host="[$host]"; fi
    echo "http://$host:$port"
}

# Prints the status and the body of an answer; fails when nothing answers. Bash opens the connection, so no tool is needed.
fetch() {
    # shellcheck disable=SC2016 # for the inner shell
    timeout 5 bash -c 'exec 3<>"/dev/tcp/$0/$1" && printf "GET %s HTTP/1.0\r\nHost: %s\r\n\r\n" "$2" "$0" >&3 && cat <&3' \
        "$(own_address | tr -d '[]')" "$port" "$1" 2>/dev/null |
        awk 'NR == 1 { print $2 } body { print } /^\r?$/ { body = 1 }' | tr -d '\r'
}

require_free_port() {
    # shellcheck disable=SC2016 # for the inner shell
    if timeout 5 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$(own_address | tr -d '[]')" "$port" 2>/dev/null; then
        fail "port $port is taken by another program. Stop that, or take another port: TUTOR_PORT=$((port < 65000 ? port + 1 : 8081)) ./tutor up"
    fi
}

# Builds a project or the solution. Two builds of one repository would write the same files: they take turns.
build() {
    local what=$1 log=$logs/build.log foreign
    foreign=$(find "$root/src" "$root/tests" -maxdepth 3 \( -name obj -o -name bin \) ! -writable -print -quit 2>/dev/null)
    [[ -z $foreign && -w $root/src ]] ||
        fail "$(id -un) may not write to ${foreign:-$root/src}, where the build puts its results. Give the repository to one user: chown -R $(id -un) $root"
    say "Building Tutor"
    : >"$log"
    logged "$log" flock --close "$root/src" dotnet build "$root/$what" -c Release -v quiet --nologo || explain_build "$log"
}

explain_build() {
    local log=$1
    grep -E ': error |error :|npm error' "$log" | grep -v ':    at ' | sed -E 's/ \[[^]]*\]$//' | sort -u | head -n 8 >&2 || tail -n 8 "$log" >&2
    if grep -qE 'NU1301|NU1101|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT' "$log"; then
        fail "the build could not fetch its packages. Check the network, then run this again; all of the output is in $log."
    fi
    fail "the build failed; the reason stands above, all of the output is in $log."
}

# The server writes its own line "process, start, address" before it becomes the server, so none is ever unknown to us.
# Prints the process. See start_postgres for the shell in between.
start_server() {
    rm -f -- "$run/stopped"
    if [[ -f $logs/server.log ]]; then mv -f -- "$logs/server.log" "$logs/server.log.1"; fi
    (
        umask 077
        cd "$root" || exit
        pid=$BASHPID
        printf '%s %s %s\n' "$pid" "$(started_at "$pid")" "$(address)" >"$run/server"
        exec setsid dotnet "$server"
    ) >"$logs/server.log" 2>&1 </dev/null 9>&- &
    echo $!
}

# Prints the running server's process; fails when there is none.
server_pid() {
    local pid start
    { read -r pid start _ <"$run/server"; } 2>/dev/null || return 1
    [[ $(started_at "$pid") == "$start" ]] && ! is_zombie "$pid" || return 1
    echo "$pid"
}

server_address() { cut -d ' ' -f 3 "$run/server"; }

# Until /health/ready answers 200. Without the web role nothing answers: then a process that stays alive is ready.
wait_until_ready() {
    local pid=$1 answer="" status reason begin=$SECONDS told=0 waited
    if [[ $roles != *,web,* ]]; then
        ! ended_within "$pid" 5 || explain_end
        return 0
    fi
    while :; do
        answer=$(fetch /health/ready || true)
        status=${answer%%$'\n'*}
        [[ $status != 200 ]] || return 0
        ! ended_within "$pid" 0 || explain_end
        [[ ${status:-503} == 503 ]] || fail "the server answers $status at $(address)/health/ready, where 200 or 503 is due; see $logs/server.log."
        waited=$((SECONDS - begin))
        if ((waited >= told + 15)); then
            told=$waited
            reason=$(sed -n 's/.*"detail":"\([^"]*\)".*/: \1/p' <<<"$answer")
            say "  still starting after $waited seconds$reason"
        fi
        ((waited < 600)) || fail "the server is not ready after ten minutes; see $logs/server.log."
        sleep 0.2
    done
}

explain_end() {
    tail -n 12 "$logs/server.log" >&2
    fail "the server ended while it started; the end of its log stands above, all of it in $logs/server.log."
}

# The server gets 35 seconds: it hands back its work within 30.
stop_server() {
    local pid
    pid=$(server_pid) || return 1
    kill -TERM "$pid" 2>/dev/null || fail "the server (process $pid) belongs to another user and cannot be stopped by $(id -un)."
    ended_within "$pid" 35 || {
        say "The server did not stop in 35 seconds; ending it"
        kill -KILL "$pid"
        ended_within "$pid" 5 || true
    }
    rm -f -- "$run/server"
}
