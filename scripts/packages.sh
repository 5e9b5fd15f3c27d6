# shellcheck shell=bash
# What Tutor needs of the machine, and how Debian's packages bring it.

# Debian makes and starts a cluster of its own when PostgreSQL is installed, unless this file says otherwise.
no_main_cluster=/etc/postgresql-common/createcluster.d/tutor.conf

as_root=() # the words before a command that needs root rights

require_dotnet() {
    has dotnet || fail "the .NET 10 SDK is missing. Install it (package dotnet-sdk-10.0), then run this again."
    (cd "$root" && dotnet --version) </dev/null >/dev/null 2>&1 ||
        fail "the .NET SDK here does not fit global.json, which asks for 10.0. Installed: $(dotnet --list-sdks | cut -d ' ' -f 1 | paste -sd ' ')"
}

# Prints the missing Debian packages, one a line. Arguments: database, tests, bench (what is wanted besides the usual).
missing_packages() {
    has pdftotext || echo poppler-utils
    [[ -d /usr/share/poppler/cMap ]] || echo poppler-data
    has mutool || echo mupdf-tools
    has bwrap || echo bubblewrap
    has prlimit || echo util-linux
    [[ -f /usr/share/wordnet/data.noun ]] || echo wordnet-base
    has node || echo nodejs
    has npm || echo npm
    if wanted database "$@"; then missing_postgres; fi
    if wanted tests "$@"; then missing_for_tests; fi
    if wanted bench "$@"; then missing_for_benchmarks; fi
}

missing_for_tests() {
    has chromium || echo chromium
    has python3 || echo python3
    has wrk || echo wrk
}

# What the server is loaded with, and what its search is compared with: a library for Debian's own interpreter.
missing_for_benchmarks() {
    has wrk || echo wrk
    /usr/bin/python3 -c 'import faiss' 2>/dev/null || echo python3-faiss
}

wanted() {
    local word=$1
    shift
    [[ " $* " == *" $word "* ]]
}

# A cluster can only be opened by the release that made it.
missing_postgres() {
    if [[ -f $data/PG_VERSION ]]; then
        [[ -x $(postgres_folder "$(<"$data/PG_VERSION")")/postgres ]] || echo "postgresql-$(<"$data/PG_VERSION")"
    elif ! newest_postgres >/dev/null; then
        echo postgresql
    fi
}

# Installs what is missing; does nothing, quickly, where nothing is.
install_missing() {
    local packages
    mapfile -t packages < <(missing_packages "$@")
    local vector=false
    if wanted database "$@" && ! { newest_postgres >/dev/null && vector_ready "$(postgres_major)"; }; then vector=true; fi
    if ((${#packages[@]} == 0)) && [[ $vector == false && ! -e $no_main_cluster ]]; then return; fi
    if only_wordnet "${packages[@]}" && [[ $vector == false ]] && ! may_install; then
        say "Without the package wordnet-base questions have fewer wrong answers to choose from"
        return
    fi

    require_rights "$vector" "$*" "${packages[@]}"
    # What runs that were cut off left behind.
    find "${TMPDIR:-/tmp}" -maxdepth 1 -name 'tutor-install.*' -user "$EUID" -mmin +120 -exec rm -rf {} +
    work=$(mktemp -d "${TMPDIR:-/tmp}/tutor-install.XXXXXX")
    on_exit rm -rf -- "$work"
    if ((${#packages[@]})); then
        say "Installing ${packages[*]}"
        install_packages "${packages[@]}"
    fi
    if [[ $vector == true ]] && ! vector_ready "$(postgres_major)"; then install_pgvector "$(postgres_major)"; fi
}

only_wordnet() { (($# == 1)) && [[ $1 == wordnet-base ]]; }

may_install() { has apt-get && { is_root || sudo -n true 2>/dev/null || { has sudo && [[ -t 0 ]]; }; }; }

require_rights() {
    local vector=$1 wants=$2
    shift 2
    [[ $vector == false || " $* " == *" pgvector "* ]] || set -- "$@" pgvector
    if ! has apt-get; then
        fail "this machine has no apt-get. Install by hand what these Debian packages hold, then run this again: $*"
    fi
    is_root && return
    if has sudo && { sudo -n true 2>/dev/null || { [[ -t 0 ]] && say "Installing $* with sudo" && sudo -v; }; }; then
        as_root=(sudo)
        return
    fi
    local option=""
    if wanted tests "$wants"; then option=" --tests"; fi
    fail "these are missing and $(id -un) may not install them: $*
Ask someone with root rights to run this once, then run ./tutor again:
    $root/tutor install$option"
}

install_packages() {
    local log=$work/apt.log
    # An installation that was cut off is finished first, or apt refuses to do anything.
    if [[ -n $(dpkg --audit 2>/dev/null) ]]; then
        logged "$log" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive dpkg --configure -a || true
    fi
    forbid_main_cluster
    refresh_lists
    local result=0
    run_apt "$log" install --yes --no-install-recommends "$@" || result=$?
    "${as_root[@]}" rm -f -- "$no_main_cluster"
    ((result == 0)) || explain_apt "$log" "$*"
}

# Once a run. A broken foreign archive makes it fail although Debian's own lists are there: the installation decides.
refresh_lists() {
    [[ ! -f $work/refreshed ]] || return 0
    run_apt "$work/apt.log" update || true
    : >"$work/refreshed"
}

run_apt() {
    local log=$1
    shift
    logged "$log" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold "$@"
}

# Only while it is installed by us: a PostgreSQL that is installed later by hand behaves as Debian's does.
forbid_main_cluster() {
    newest_postgres >/dev/null && return
    "${as_root[@]}" install -D -m 644 /dev/stdin "$no_main_cluster" <<<"create_main_cluster = false"
}

explain_apt() {
    local log=$1 what=$2 errors
    errors=$(grep -E '^(E:|dpkg: error)' "$log" | sort -u | head -n 4) || errors=$(tail -n 4 "$log")
    printf '%s\n' "$errors" >&2
    if grep -qE 'Temporary failure resolving|Could not resolve|Could not connect|Unable to connect|Failed to fetch|Connection failed' "$log"; then
        fail "the package archive cannot be reached, so this could not be installed: $what. Check the network, then run this again."
    fi
    fail "apt could not install: $what. The reason stands above; put it right, then run this again."
}
