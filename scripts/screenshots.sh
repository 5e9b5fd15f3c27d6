# shellcheck shell=bash
# Pictures of all pages, of a Tutor of its own with the demo course: docs/screenshots.

command_screenshots() {
    require_dotnet
    prepare_home
    install_missing database tests
    build src/Server
    build tests/screenshots
    start_own_server on
    seed
    dotnet "$root/tests/screenshots/bin/Release/net10.0/Tutor.Screenshots.dll" "$(address)" "$(<"$home/demo-password")" "$root/docs/screenshots" "$@" </dev/null 8>&-
}
