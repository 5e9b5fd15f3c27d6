# shellcheck shell=bash
# What this machine has and what it lacks.

command_doctor() {
    local lacking=0
    check ".NET SDK" dotnet --version
    check "PostgreSQL" postgres_version
    check "pgvector" vector_version
    check "poppler (PDF)" first_line pdftotext -v
    check "poppler-data (Asian PDF)" test -d /usr/share/poppler/cMap
    check "mupdf (PDF)" first_line mutool -v
    check "bubblewrap (jail for readers)" jail_version
    check "prlimit" prlimit --version
    check "wordnet (wrong answers)" test -f /usr/share/wordnet/data.noun
    check "node" node --version
    check "npm" npm --version
    check "chromium (tests only)" chromium_version
    check "$home is writable" may_write
    report_state
    run_server_doctor || lacking=1
    if ((lacking)); then
        say "Something is missing; ./tutor install brings what apt has"
        return 1
    fi
    say "Everything is there"
}

# A name and a command; its first line of output is what there is.
check() {
    local name=$1 found
    shift
    if found=$(cd "$root" && "$@" 2>/dev/null); then
        printf '  %-30s %s\n' "$name" "${found:-present}"
    else
        printf '  %-30s %s\n' "$name" "MISSING"
        lacking=1
    fi
}

first_line() {
    has "$1" || return 1
    "$@" 2>&1 | awk 'NR == 1'
}

postgres_version() { "$(postgres_folder "$(postgres_major)")/postgres" --version; }

vector_version() {
    vector_ready "$(postgres_major)" || return 1
    sed -n "s/^default_version = '\(.*\)'/\1/p" "/usr/share/postgresql/$(postgres_major)/extension/vector.control"
}

chromium_version() { chromium --version 2>/dev/null; }

# A kernel or a container can forbid the namespaces a jail is made of.
jail_version() {
    bwrap --version || return 1
    bwrap --ro-bind / / --unshare-all --die-with-parent true || echo "  (but namespaces are forbidden here: readers run under limits only)"
}

may_write() {
    local folder=$home
    until [[ -e $folder ]]; do folder=$(dirname -- "$folder"); done
    [[ -w $folder ]] && df --output=avail -h -- "$folder" | tail -n 1 | sed 's/^ */free: /'
}

report_state() {
    if server_pid >/dev/null; then say "  Tutor runs at $(server_address)"; else say "  Tutor is not running"; fi
}

run_server_doctor() {
    if [[ ! -f $server ]]; then
        say "  Tutor is not built yet: ./tutor up builds it"
        return 0
    fi
    if [[ -z ${TUTOR_DATABASE:-} && ! -f $data/PG_VERSION ]]; then
        say "  Tutor has no database yet: ./tutor up makes it"
        return 0
    fi
    export_settings
    prepare_home
    take_lock
    [[ ${TUTOR_DATABASE:-} ]] || postgres_pid "$data" >/dev/null || on_exit stop_database
    start_database
    (cd "$root" && dotnet "$server" doctor 9>&-)
}
