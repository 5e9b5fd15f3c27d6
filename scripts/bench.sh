# shellcheck shell=bash
# Benchmarks, on a PostgreSQL cluster of their own that is as safe against crashes as the one of ./tutor up.

command_bench() {
    require_dotnet
    prepare_home
    forget_settings
    install_missing database bench
    prepare_test_folder
    if [[ -z ${TUTOR_BENCH_DATABASE:-} ]]; then start_bench_database; fi
    export TUTOR_BENCH_DATABASE
    if [[ -z ${TUTOR_SHARED:-} && -d $root/../shared ]]; then TUTOR_SHARED=$(realpath "$root/../shared"); fi
    [[ -z ${TUTOR_SHARED:-} ]] || export TUTOR_SHARED
    find_onnxruntime
    build Tutor.sln
    (cd "$root" && dotnet "$root/tests/bench/bin/Release/net10.0/Tutor.Bench.dll" "$@") </dev/null 8>&-
}

start_bench_database() {
    local socket
    say "Starting a database for the benchmarks"
    data=$test_folder/database
    socket=$(mktemp -d /tmp/tutor-XXXXXX)
    echo "$socket" >"$test_folder/socket"
    make_cluster "$data"
    start_postgres "$data" "$socket" "$test_folder/database.log" -c max_connections=200 8>&-
    TUTOR_BENCH_DATABASE=$(connection_string "$socket" postgres)
}
