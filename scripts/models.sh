# shellcheck shell=bash
# Embedding models, and the library that runs them.

onnxruntime=$home/onnxruntime/libonnxruntime.so.1

command_models() {
    local what=${1:-}
    case $what in
        '') (($# == 0)) || fail "say: ./tutor models, ./tutor models install or ./tutor models add DIR." ;;
        install)
            (($# == 1)) || fail "\"models install\" takes no arguments."
            prepare_home
            fetch_onnxruntime
            say "ONNX Runtime is in $onnxruntime"
            return
            ;;
        add)
            [[ -n ${2:-} ]] || fail "say: ./tutor models add DIR, where DIR holds model.onnx and its tokenizer."
            set -- add "$(realpath -m -- "$2")" "${@:3}"
            ;;
        *) fail "\"models\" knows only install and add, not \"$what\"." ;;
    esac
    require_dotnet
    prepare_home
    [[ $what != add ]] || fetch_onnxruntime
    [[ -f $server ]] || build src/Server
    export_settings
    (cd "$root" && dotnet "$server" models "$@")
}

# The official package for Node.js holds the library for every system; only ours is kept. Nothing of it is run.
fetch_onnxruntime() {
    local work architecture library
    [[ ! -f ${TUTOR_ONNXRUNTIME:-$onnxruntime} ]] || return 0
    has npm || fail "npm is missing, which fetches ONNX Runtime. Run ./tutor install, then this again."
    say "Fetching ONNX Runtime"
    work=$(umask 077 && mktemp -d "$home/onnxruntime.XXXXXX")
    on_exit rm -rf -- "$work"
    cp -- "$root"/models/{package.json,package-lock.json,.npmrc} "$work/"
    (cd "$work" && logged "$logs/models.log" npm ci --ignore-scripts --omit=optional --no-audit --no-fund --loglevel=error) || {
        tail -n 4 "$logs/models.log" >&2
        fail "ONNX Runtime could not be fetched. Check the network, then run this again; all of the output is in $logs/models.log."
    }
    case $(uname -m) in
        x86_64) architecture=x64 ;;
        aarch64) architecture=arm64 ;;
        *) fail "there is no ONNX Runtime for $(uname -m). Build it and name its file in TUTOR_ONNXRUNTIME." ;;
    esac
    library=$(find "$work/node_modules/onnxruntime-node/bin" -path "*/linux/$architecture/libonnxruntime.so.1")
    [[ -f $library ]] || fail "the package onnxruntime-node has no library for $architecture any more."
    (umask 077 && mkdir -p -- "${onnxruntime%/*}")
    mv -f -- "$library" "$onnxruntime"
    rm -rf -- "$work"
}
