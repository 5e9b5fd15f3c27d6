# shellcheck shell=bash
# pgvector for the installed PostgreSQL: Debian's binary package where there is one, else built from Debian's source package.

# Debian's release whose source package is built where the machine's own release has no pgvector.
pgvector_release=trixie

# The control file is put in place last, so a build that was cut off does not count.
vector_ready() {
    local control=/usr/share/postgresql/$1/extension/vector.control version
    [[ -s $control && -s /usr/lib/postgresql/$1/lib/vector.so ]] || return 1
    version=$(sed -n "s/^default_version = '\(.*\)'/\1/p" "$control")
    [[ -s ${control%.control}--$version.sql ]]
}

install_pgvector() {
    local major=$1 tools=()
    refresh_lists
    if apt-cache policy "postgresql-$major-pgvector" | grep -q 'Candidate: [0-9]'; then
        say "Installing pgvector"
        install_packages "postgresql-$major-pgvector"
        return
    fi
    say "Building pgvector for PostgreSQL $major from Debian's source package"
    has make || tools+=(make)
    has gcc || tools+=(gcc)
    [[ -f /usr/include/stdio.h ]] || tools+=(libc6-dev)
    ((${#tools[@]} == 0)) || install_packages "${tools[@]}"
    fetch_headers "$major"
    fetch_source
    # No bitcode (it needs clang), and no -march=native, with which a copied installation breaks on an older processor.
    local include=$work/headers/usr/include/postgresql
    local make=(make -C "$work/pgvector" OPTFLAGS="" with_llvm=no "PG_CONFIG=$(postgres_folder "$major")/pg_config"
        "COPT=-I$include/$major/server -I$include")
    if ! logged "$work/build.log" "${make[@]}" || ! logged "$work/build.log" "${make[@]}" install "DESTDIR=$work/stage"; then
        grep -iE 'error|\*\*\*' "$work/build.log" | head -n 4 >&2
        fail "pgvector could not be built; the compiler's reason stands above."
    fi
    put_in_place "usr/share/postgresql/$major/extension" 'vector--*.sql'
    put_in_place "usr/lib/postgresql/$major/lib" vector.so
    put_in_place "usr/share/postgresql/$major/extension" vector.control
}

# Each file appears whole or not at all.
put_in_place() {
    local folder=$1 pattern=$2 file
    for file in "$work/stage/$folder"/$pattern; do
        "${as_root[@]}" install -m 644 "$file" "/$folder/.tutor-new"
        "${as_root[@]}" mv -f "/$folder/.tutor-new" "/$folder/${file##*/}"
    done
}

# PostgreSQL's headers, unpacked beside the source: installed they would bring clang and llvm along, half a gigabyte.
fetch_headers() {
    local package
    mkdir "$work/headers"
    (cd "$work/headers" && logged "$work/apt.log" apt-get -o APT::Sandbox::User=root download "postgresql-server-dev-$1" libpq-dev) ||
        explain_apt "$work/apt.log" "pgvector"
    for package in "$work"/headers/*.deb; do dpkg-deb --extract "$package" "$work/headers"; done
}

# The machine's package lists and sources stay as they are: apt works on lists of its own in a folder of ours, with the address
# of the Debian archive the machine uses.
fetch_source() {
    local apt=$work/apt archive keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    # shellcheck disable=SC2016 # apt-get fills in the address, not the shell
    archive=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' 'Component: main' | head -n 1)
    [[ -n $archive ]] || fail "pgvector is missing, and no Debian archive is set up here from which it could be built."
    mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
    if [[ -r $keyring ]]; then keyring="[signed-by=$keyring] "; else keyring=""; fi
    echo "deb-src $keyring$archive $pgvector_release main" >"$apt/sources.list"
    local options=(-o "Dir::Etc::sourcelist=$apt/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$apt/lists"
        -o "Dir::Cache=$apt/cache" -o APT::Sandbox::User=root -o Debug::NoLocking=1)
    (cd "$apt" && logged "$work/apt.log" apt-get "${options[@]}" update &&
        logged "$work/apt.log" apt-get "${options[@]}" source --download-only pgvector) ||
        explain_apt "$work/apt.log" "pgvector"
    mkdir "$work/pgvector" "$work/stage"
    tar -xf "$apt"/pgvector_*.orig.tar.* -C "$work/pgvector" --strip-components=1
}
