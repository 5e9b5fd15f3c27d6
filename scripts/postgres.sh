# shellcheck shell=bash
# A private PostgreSQL cluster. It listens on a Unix socket only, in a folder of its own, and lets in nobody but the user who
# runs Tutor and the user it runs as: PostgreSQL asks the kernel who is at the other end ("peer"). No password exists.

postgres_starting="" # the process that is on its way, while it is

postgres_folder() { printf '/usr/lib/postgresql/%s/bin' "$1"; }

# The release to make a cluster with: one that has pgvector already, else the newest.
newest_postgres() {
    local major newest=""
    for major in $(cd /usr/lib/postgresql 2>/dev/null && printf '%s\n' */bin/postgres | grep -oE '^[0-9]+' | sort -rn); do
        if vector_ready "$major"; then
            echo "$major"
            return
        fi
        newest=${newest:-$major}
    done
    [[ -n $newest ]] && echo "$newest"
}

# The release that made the cluster, where there is a cluster.
postgres_major() {
    if [[ -f $data/PG_VERSION ]]; then cat -- "$data/PG_VERSION"; else newest_postgres; fi
}

# PostgreSQL refuses to run as root: then the cluster belongs to the user postgres.
postgres_user() { if is_root; then echo postgres; else id -un; fi; }

# Becomes a program of PostgreSQL on the cluster in folder $1. Its user need not be able to reach the folder (it may lie in root's
# home): we open it and hand it over as a descriptor, through which its path leads.
on_cluster() {
    local folder=$1 as_user=()
    shift
    if is_root; then as_user=(setpriv --reuid postgres --regid postgres --init-groups --inh-caps=-all); fi
    cd /
    exec 7<"$folder" 8>&- 9>&-
    exec setsid "${as_user[@]}" "$@" -D /proc/self/fd/7
}

# Makes a cluster in folder $1. It gets its name when it is complete; what an interrupted start left is removed.
make_cluster() {
    local cluster=$1 fresh
    shift
    rm -rf -- "$cluster".new.*
    fresh=$(mktemp -d "$cluster.new.XXXXXX")
    ! is_root || chown postgres: "$fresh"
    (on_cluster "$fresh" "$(postgres_folder "$(postgres_major)")/initdb" --username tutor --encoding UTF8 \
        --locale C.UTF-8 --auth-local peer --auth-host reject "$@") >"$logs/initdb.log" 2>&1 </dev/null || {
        tail -n 3 "$logs/initdb.log" >&2
        fail "the database could not be made in $cluster; the reason stands above."
    }
    write_access "$fresh"
    mv -T -- "$fresh" "$cluster"
}

# Who may enter: the users PostgreSQL and Tutor run as, both as the owner of everything in it.
write_access() {
    echo 'local all tutor peer map=tutor' >"$1/pg_hba.conf"
    printf 'tutor "%s" tutor\n' "$(postgres_user)" "$(id -un)" | sort -u >"$1/pg_ident.conf"
}

# The number of the running server of a cluster. A file left by a crash can hold the number of some other process by now.
postgres_pid() {
    local pid
    { read -r pid <"$1/postmaster.pid"; } 2>/dev/null || return 1
    [[ $(readlink "/proc/$pid/cwd" 2>/dev/null) == "$1" && $(<"/proc/$pid/comm") == postgres ]] || return 1
    echo "$pid"
}

# Starts the cluster in folder $1 with its socket in $2 and its log in $3; further arguments go to the server.
start_postgres() {
    local cluster=$1 socket=$2 log=$3 major pid
    shift 3
    major=$(<"$cluster/PG_VERSION")
    clear_stale_files "$cluster" "$socket"
    ! is_root || chown postgres: "$socket"
    # Started by a shell that is gone at once: this one would put its own words about a crash among ours.
    pid=$( (on_cluster "$cluster" "$(postgres_folder "$major")/postgres" -c listen_addresses= \
        -c "unix_socket_directories=$socket" -c cluster_name=tutor "$@") >"$log" 2>&1 </dev/null & echo $!)
    postgres_starting=$pid
    until "$(postgres_folder "$major")/pg_isready" --quiet --host "$socket" --username tutor --dbname postgres; do
        if [[ ! -d /proc/$pid ]] || is_zombie "$pid"; then
            grep -E 'FATAL|PANIC|ERROR|HINT' "$log" | tail -n 3 >&2
            fail "the database did not start; the reason stands above, all of it in $log."
        fi
        sleep 0.1
    done
    postgres_starting=""
}

# PostgreSQL trusts files a crash left over if some process has the number in them today, and then refuses to start. Processes
# of the old server may outlive it for a moment; only when there are none are the files removed.
clear_stale_files() {
    local cluster=$1 socket=$2 tenths=100
    while processes_in "$cluster" >/dev/null; do
        ((tenths-- > 0)) || fail "processes of an earlier database are still at work in $cluster. Stop them: kill $(processes_in "$cluster" | paste -sd ' ')"
        sleep 0.1
    done
    rm -f -- "$cluster/postmaster.pid" "$socket"/.s.PGSQL.*
}

processes_in() {
    local process found=1
    for process in /proc/[0-9]*; do
        if [[ $(readlink "$process/cwd" 2>/dev/null) == "$1" && $(cat "$process/comm" 2>/dev/null) == postgres ]]; then
            echo "${process#/proc/}"
            found=0
        fi
    done
    return "$found"
}

# SIGINT is PostgreSQL's fast stop: clients are cut off, everything committed is on disk.
stop_postgres() {
    local pid
    # One that was only just started gets a moment to say who it is.
    while [[ -d /proc/${postgres_starting:-none} ]] && ! is_zombie "$postgres_starting" && ! postgres_pid "$1" >/dev/null; do
        sleep 0.1
    done
    pid=$(postgres_pid "$1") || return 1
    kill -INT "$pid" 2>/dev/null || fail "the database (process $pid) belongs to another user and cannot be stopped by $(id -un)."
    ended_within "$pid" 60 || {
        kill -QUIT "$pid"
        ended_within "$pid" 10 || fail "the database (process $pid) does not stop."
    }
}

# Prints the folder for the cluster's socket. A socket's path may have 107 bytes, which a folder below TUTOR_HOME can exceed, so
# it is in /tmp. Its name is kept: a database that comes back is found by the servers that still run.
socket_folder() {
    local folder=""
    [[ ! -f $run/socket ]] || folder=$(<"$run/socket")
    if [[ -z $folder ]] || ! { mkdir -m 700 "$folder" 2>/dev/null || is_ours "$folder"; }; then
        folder=$(mktemp -d /tmp/tutor-XXXXXX)
        echo "$folder" >"$run/socket"
    fi
    echo "$folder"
}

# Anybody can make a folder in /tmp, after a restart of the machine also one with our name.
is_ours() {
    [[ -d $1 && ! -L $1 ]] || return 1
    local owner
    owner=$(stat -c %U -- "$1")
    [[ $owner == "$(id -un)" || $owner == "$(postgres_user)" ]]
}

connection_string() { printf 'Host=%s;Username=tutor;Database=%s' "$1" "$2"; }
