# shellcheck shell=bash
# up, down, people, install.

command_up() {
    local detach=false
    case ${1:-} in
        '') ;;
        --detach) detach=true ;;
        *) fail "\"up\" knows only --detach, not \"$1\"." ;;
    esac
    check_port
    prepare_home
    take_lock
    if server_pid >/dev/null; then
        already_running
        return
    fi
    require_free_port
    require_dotnet
    install_missing "$(own_database)"
    on_exit stop_all
    start_database
    build src/Server
    export_settings
    say "Starting the server"
    local pid
    pid=$(start_server)
    wait_until_ready "$pid"
    seed
    announce
    release_lock
    if [[ $detach == true ]]; then
        forget_endings
    else
        stay_with "$pid"
    fi
}

# The word for install_missing: a database of our own is wanted unless the user named another.
own_database() { if [[ -z ${TUTOR_DATABASE:-} ]]; then echo database; fi; }

already_running() {
    if [[ -z ${TUTOR_DATABASE:-} && -d $data ]] && ! postgres_pid "$data" >/dev/null; then start_database; fi
    say "Tutor is already running; ./tutor down stops it"
    if demo_wanted && [[ -s $home/demo-password ]]; then show_people; fi
    say "Tutor is ready at $(server_address)"
}

# Sets TUTOR_DATABASE.
start_database() {
    [[ -z ${TUTOR_DATABASE:-} ]] || return 0
    if [[ ! -f $data/PG_VERSION ]]; then
        [[ ! -e $data ]] || fail "$data is there but is no database of Tutor's. Move it away, then run this again."
        say "Making the database"
        make_cluster "$data"
    fi
    local socket
    socket=$(socket_folder)
    if ! postgres_pid "$data" >/dev/null; then
        say "Starting the database"
        start_postgres "$data" "$socket" "$logs/database.log" -c max_connections=200
        make_database "$socket"
    fi
    TUTOR_DATABASE=$(connection_string "$socket" tutor)
    export TUTOR_DATABASE
}

make_database() {
    local sql=("$(postgres_folder "$(<"$data/PG_VERSION")")/psql" -h "$1" -U tutor -d postgres -qtAX -v ON_ERROR_STOP=1 -c)
    [[ $("${sql[@]}" "select 1 from pg_database where datname = 'tutor'") == 1 ]] || "${sql[@]}" 'create database tutor'
}

# The demo course is read and written by a worker.
demo_wanted() { [[ ${demo,,} != off && $roles == *,worker,* ]]; }

seed() {
    demo_wanted || return 0
    choose_demo_password
    (cd "$root" && umask 077 && dotnet "$server" seed </dev/null 2>&1 9>&- | sed -u '1i Making the demo course') ||
        fail "the demo course could not be made; the reason stands above. TUTOR_DEMO=off ./tutor up starts without it."
}

# 16 characters without look-alikes (about 92 bits), with a capital, a small letter and a digit, as sign-in rules ask.
choose_demo_password() {
    local file=$home/demo-password
    if [[ -z ${TUTOR_DEMO_PASSWORD:-} && -s $file ]]; then TUTOR_DEMO_PASSWORD=$(<"$file"); fi
    until [[ ${TUTOR_DEMO_PASSWORD:-} ]]; do
        TUTOR_DEMO_PASSWORD=$(head -c 400 /dev/urandom | LC_ALL=C tr -dc 'a-km-zA-HJ-NP-Z2-9' | head -c 16 | sed 's/..../&-/g; s/-$//')
        [[ $TUTOR_DEMO_PASSWORD == *[0-9]* && $TUTOR_DEMO_PASSWORD == *[A-Z]* && $TUTOR_DEMO_PASSWORD == *[a-z]* ]] || TUTOR_DEMO_PASSWORD=""
    done
    export TUTOR_DEMO_PASSWORD
    [[ -s $file && $(<"$file") == "$TUTOR_DEMO_PASSWORD" ]] ||
        (umask 077 && rm -f -- "$file.new" && printf '%s\n' "$TUTOR_DEMO_PASSWORD" >"$file.new" && mv -f -- "$file.new" "$file")
}

announce() {
    if demo_wanted; then show_people; fi
    say "Tutor is ready at $(server_address)"
}

show_people() {
    say "Sign in as learner@demo.test, instructor@demo.test or admin@demo.test with the password $(<"$home/demo-password")"
}

# The end of the server is the end of this command, and the end of this command that of the server.
stay_with() {
    until ended_within "$1" 1; do :; done
    if [[ -f $run/stopped ]]; then
        say "Tutor was stopped"
        exit 0
    fi
    tail -n 12 "$logs/server.log" >&2
    fail "the server ended by itself; the end of its log stands above. ./tutor up starts it again."
}

# The ending of a start that failed or of ./tutor up in the foreground; harmless where ./tutor down was faster.
stop_all() {
    exec 9>"$run/lock"
    flock -w 120 9
    if stop_server || postgres_pid "$data" >/dev/null; then say "Stopping Tutor"; fi
    stop_database || true
}

# The socket's folder has no use any more; a folder in /tmp that is not ours is left alone.
stop_database() {
    local stopped=0
    stop_postgres "$data" || stopped=1
    if [[ -f $run/socket ]]; then
        if is_ours "$(<"$run/socket")"; then rm -rf -- "$(<"$run/socket")"; fi
        rm -f -- "$run/socket"
    fi
    return "$stopped"
}

command_down() {
    (($# == 0)) || fail "\"down\" takes no arguments."
    if [[ ! -d $run ]]; then
        say "Tutor is not running"
        return
    fi
    prepare_home
    take_lock
    : >"$run/stopped"
    local was_running=false
    if stop_server; then was_running=true; fi
    if stop_database; then was_running=true; fi
    if [[ $was_running == true ]]; then say "Tutor is stopped"; else say "Tutor is not running"; fi
}

command_people() {
    [[ ${1:-} == add && $# == 3 ]] || fail "say: ./tutor people add EMAIL ROLE, where ROLE is learner, instructor or admin."
    use_running_database
    (cd "$root" && dotnet "$server" people "$@")
}

# For commands beside a running Tutor.
use_running_database() {
    require_dotnet
    [[ -f $server ]] || fail "Tutor is not built yet. Start it first: ./tutor up --detach"
    export_settings
    [[ -z ${TUTOR_DATABASE:-} ]] || return 0
    postgres_pid "$data" >/dev/null || fail "Tutor is not running. Start it first: ./tutor up --detach"
    TUTOR_DATABASE=$(connection_string "$(<"$run/socket")" tutor)
    export TUTOR_DATABASE
}

command_install() {
    local tests=""
    case ${1:-} in
        '') ;;
        --tests) tests=tests ;;
        *) fail "\"install\" knows only --tests, not \"$1\"." ;;
    esac
    install_missing database $tests
    say "Everything Tutor needs of this machine is installed"
}
