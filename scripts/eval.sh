# shellcheck shell=bash
# A book through a Tutor of its own: a database, a folder and a port that are gone afterwards. The scoring is in tests/evals.

command_eval() {
    has python3 || fail "python3 is missing. Install it (package python3), then run this again."
    find_shared
    export PYTHONDONTWRITEBYTECODE=1
    python3 "$root/tests/evals" --check "$@" || exit
    if wanted --help "$@" || wanted -h "$@"; then return; fi
    require_dotnet
    prepare_home
    install_missing database
    build src/Server
    start_eval_server
    add_eval_person
    local result=0
    python3 "$root/tests/evals" "$@" || result=$?
    ((result == 0)) || fail "the evaluation did not come to its end; the reason stands above."
}

# Own settings for all but the embedder and the model, which are what somebody may want to compare.
start_eval_server() {
    export TUTOR_EVALS=$home/evals TUTOR_CHAT_MESSAGES_PER_DAY=0 TUTOR_CHAT_MESSAGES_PER_MINUTE=1000000
    start_own_server off
    TUTOR_EVAL_PROCESS=$own_server
    export TUTOR_EVAL_PROCESS
    TUTOR_ADDRESS=$(address)
    export TUTOR_ADDRESS
}

# A Tutor with a database, a folder and a port of its own, which are gone afterwards. $1: whether it has the demo course. Sets own_server.
start_own_server() {
    local models=$home/models
    prepare_test_folder
    home=$test_folder/home run=$test_folder/run logs=$test_folder/logs data=$test_folder/database
    mkdir -m 700 "$run" "$logs"
    # A model on disk is the user's own.
    [[ ! -d $models ]] || ln -s -- "$models" "$home/models"
    [[ ! -f $onnxruntime ]] || export TUTOR_ONNXRUNTIME=${TUTOR_ONNXRUNTIME:-$onnxruntime}
    bind=127.0.0.1 roles=,web,worker, demo=$1 port=$(free_port)
    unset TUTOR_ROLES
    export_settings
    say "Starting a Tutor of its own"
    start_own_database
    on_exit stop_server
    own_server=$(start_server 8>&-)
    wait_until_ready "$own_server"
}

# As ./tutor up makes it, so that the times are those a user has.
start_own_database() {
    local socket
    socket=$(mktemp -d /tmp/tutor-XXXXXX)
    echo "$socket" >"$test_folder/socket"
    make_cluster "$data"
    start_postgres "$data" "$socket" "$test_folder/database.log" -c max_connections=200 8>&-
    make_database "$socket"
    TUTOR_DATABASE=$(connection_string "$socket" tutor)
    export TUTOR_DATABASE
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# The password is the last word of what the command says.
add_eval_person() {
    local told
    export TUTOR_EMAIL=evaluation@example.org
    told=$(cd "$root" && dotnet "$server" people add "$TUTOR_EMAIL" instructor 2>&1 </dev/null 8>&-) || fail "the evaluation's instructor could not be made: $told"
    TUTOR_PASSWORD=${told##* }
    export TUTOR_PASSWORD
}
