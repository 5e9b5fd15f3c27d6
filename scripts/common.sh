# shellcheck shell=bash
# Words to the user, places on disk, the lock. Sourced by ../tutor, which sets $root.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true
# Build servers would outlive the script, keep its files open, and carry what another build did to them into ours.
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

home=$(realpath -m -- "${TUTOR_HOME:-$root/.tutor}")
data=$home/database
logs=$home/logs
run=$home/run

say() { printf '%s\n' "$*"; }

fail() {
    printf 'tutor: %s\n' "$*" >&2
    exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# Commands for the end of the script, however it comes, last one first.
endings=()
on_exit() { endings=("$(printf '%q ' "$@")" "${endings[@]}"); }
forget_endings() { endings=(); }
run_endings() {
    local result=$? ending
    trap '' INT TERM HUP
    for ending in "${endings[@]}"; do eval "$ending" || true; done
    exit "$result"
}
trap run_endings EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

is_root() { ((EUID == 0)); }

# Runs a command with its output in a file. Descriptors 8 and 9 are locks: nothing that may stay behind inherits them.
logged() {
    local log=$1
    shift
    "$@" >>"$log" 2>&1 </dev/null 8>&- 9>&-
}

# Everything Tutor writes is for its own user only. A folder that exists keeps the rights it has.
prepare_home() {
    local folder owner
    [[ $home != *$'\n'* ]] || fail "TUTOR_HOME may not contain a line break."
    if [[ -d $run && ! -O $run ]]; then
        owner=$(stat -c %U -- "$run")
        fail "Tutor in $home was set up by $owner. Run this as $owner, or set TUTOR_HOME to a place of your own."
    fi
    for folder in "$home" "$logs" "$run"; do
        [[ -d $folder ]] || (umask 077 && mkdir -p -- "$folder") 2>/dev/null ||
            fail "cannot make the folder $folder. Set TUTOR_HOME to a place you may write to."
        [[ -w $folder && -x $folder ]] ||
            fail "$(id -un) may not write to $folder, which belongs to $(stat -c %U -- "$folder"). Set TUTOR_HOME to another place."
    done
    enough_space "$home" 300
}

# A folder and the megabytes a start needs there.
enough_space() {
    local free
    free=$(df --output=avail -m -- "$1" | tail -n 1)
    ((free >= $2)) || fail "only $((free)) MB are free on the disk of $1; Tutor needs $2 MB to start."
}

# Two commands on one TUTOR_HOME take turns.
take_lock() {
    exec 9>"$run/lock"
    flock -n 9 && return
    say "Another tutor command is at work in $home; waiting for it"
    flock -w 1800 9 || fail "the other command has not ended in 30 minutes. Find it with: ps aux | grep tutor"
}

release_lock() { exec 9>&-; }

# When a process started, in clock ticks since boot: with the number it names a process for good, for numbers are reused.
started_at() {
    local line
    { line=$(<"/proc/$1/stat"); } 2>/dev/null || return 1
    line=${line##*) }
    cut -d ' ' -f 20 <<<"$line"
}

# A process and the seconds to wait; true when it has ended by then.
ended_within() {
    local tenths=$(($2 * 10))
    while [[ -d /proc/$1 ]] && ! is_zombie "$1"; do
        ((tenths-- > 0)) || return 1
        sleep 0.1
    done
}

is_zombie() { grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null; }
