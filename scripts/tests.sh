# shellcheck shell=bash
# Every test, on a PostgreSQL cluster of its own that is thrown away afterwards.

command_test() {
    require_dotnet
    prepare_home
    forget_settings
    install_missing database tests
    prepare_test_folder
    if [[ -z ${TUTOR_TEST_DATABASE:-} ]]; then start_test_database; fi
    export TUTOR_TEST_DATABASE
    find_shared
    find_onnxruntime
    build Tutor.sln
    say "Running the tests"
    run_tests "$@"
}

# A test says itself what it sets; what the user set for a server of theirs must not reach it.
forget_settings() {
    unset TUTOR_DATABASE TUTOR_PORT TUTOR_BIND TUTOR_ROLES TUTOR_DEMO TUTOR_DEMO_PASSWORD TUTOR_EMBEDDER
    # shellcheck disable=SC2086 # Names of variables, one word each.
    unset ${!TUTOR_LLM_@} ${!Models__@}
}

# Books and scoring scripts that are not part of the repository.
find_shared() {
    if [[ -z ${TUTOR_SHARED:-} && -d $root/../shared ]]; then TUTOR_SHARED=$(realpath "$root/../shared"); fi
    export TUTOR_SHARED=${TUTOR_SHARED:-}
    [[ $TUTOR_SHARED ]] || unset TUTOR_SHARED
}

# Where it cannot be fetched, tests of models on disk are skipped, by name. The subshell must not end what this run has started.
find_onnxruntime() {
    if (endings=() && trap run_endings EXIT && fetch_onnxruntime); then export TUTOR_ONNXRUNTIME=${TUTOR_ONNXRUNTIME:-$onnxruntime}; fi
}

# A folder for this run. Those of runs that were killed have no owner any more and go, with their clusters.
prepare_test_folder() {
    local old
    (umask 077 && mkdir -p -- "$home/test")
    for old in "$home"/test/*/; do
        [[ -d $old ]] || continue
        if flock -n "${old}lock" true 2>/dev/null; then discard_test_folder "${old%/}"; fi
    done
    test_folder=$(mktemp -d "$home/test/XXXXXX")
    exec 8>"$test_folder/lock"
    flock 8
    on_exit discard_test_folder "$test_folder"
    mkdir -m 700 "$test_folder/home"
    export TUTOR_HOME=$test_folder/home
}

discard_test_folder() {
    local folder=$1
    if [[ -f $folder/socket ]]; then
        stop_postgres "$folder/database" || true
        rm -rf -- "$(<"$folder/socket")"
    fi
    rm -rf -- "$folder"
}

# Nothing in it is worth a crash's safety.
start_test_database() {
    local socket
    say "Starting a database for the tests"
    data=$test_folder/database
    socket=$(mktemp -d /tmp/tutor-XXXXXX)
    echo "$socket" >"$test_folder/socket"
    make_cluster "$data" --no-sync
    start_postgres "$data" "$socket" "$test_folder/database.log" -c max_connections=300 -c fsync=off \
        -c full_page_writes=off -c synchronous_commit=off 8>&-
    TUTOR_TEST_DATABASE=$(connection_string "$socket" postgres)
}

# A run over chosen tests leaves some projects without any, which the runner counts as an error (8).
run_tests() {
    local output=$logs/tests.log result=0 options=()
    if (($#)); then options=(--ignore-exit-code 8); fi
    (cd "$root" && dotnet test --solution Tutor.sln -c Release --no-build --no-progress --no-ansi "${options[@]}" "$@") \
        2>&1 </dev/null 8>&- | tee "$output" || result=${PIPESTATUS[0]}
    list_skipped "$output"
    list_failed "$output"
    close_tests "$output" "$result"
}

# The runner writes "failed Name (12ms)" at the start of a line.
list_failed() {
    awk '/^failed .* \([0-9.a-z ]+\)$/ { if (!n++) print "\nFailed:"; sub(/^failed /, ""); print "  " $0 }' "$1"
}

# The runner writes "skipped Name", then the reason, then "  from" and the assembly.
list_skipped() {
    awk '
        /^skipped / { name = substr($0, 9); sub(/ \([0-9.a-z ]+\)$/, "", name); reason = ""; next }
        name != "" && /^  from / { names[reason] = names[reason] "\n    " name; count[reason]++; name = ""; next }
        name != "" { sub(/^ +/, ""); reason = reason (reason == "" ? "" : " ") $0 }
        END { for (reason in names) printf "\nNOT RUN (%d): %s%s\n", count[reason], reason, names[reason] }' "$1"
}

# One closing line. A test process that died is an error without a failed test, and no test at all is no success.
close_tests() {
    local passed failed skipped
    read -r passed failed skipped < <(awk '
        /^Test run summary/ { s = 1 }
        s && $1 == "succeeded:" { p = $2 }
        s && $1 == "failed:" { f = $2 }
        s && $1 == "skipped:" { k = $2 }
        s && $1 == "error:" { e = $2 }
        END { print p + 0, f + e + 0, k + 0 }' "$1")
    if ((failed == 0)) && (($2 != 0 || passed == 0)); then
        failed=1
        if (($2 == 0)); then say "No test ran."; else say "The test run ended with code $2."; fi
    fi
    say ""
    say "$passed passed, $failed failed, $skipped skipped"
    ((failed == 0))
}
