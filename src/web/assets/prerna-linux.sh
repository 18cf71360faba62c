#!/bin/sh
# प्रेरणा: आज की फ़िल्में और सूचियाँ इस मशीन पर लाती है। सिर्फ़ curl चाहिए।
# Prerna: brings the films and lists for this machine. Needs curl and nothing else.
#
#   sh prerna-linux.sh                  -> ~/prerna          sh prerna-linux.sh /srv/spots  -> /srv/spots
#   cron, every 15 minutes:             */15 * * * * sh /home/user/prerna-linux.sh /srv/spots
#
# A cut line loses nothing: the next run goes on. Each film is checked (SHA-256) beside its place, then put there whole.
# Recalled films are deleted from this folder and named in REMOVE.txt. If your player plays straight from this folder,
# set PRERNA_ACK=yes and "removed" is reported by itself; else press the button on your page.
# The address below is your key: show this file to nobody.
set -u
LC_ALL=C; export LC_ALL
address=${PRERNA_ADDRESS:-'@@ADDRESS@@'}
folder=${1:-${PRERNA_FOLDER:-$HOME/prerna}}
work=$folder/.prerna

main() {
  mkdir -p "$work/parts" "$work/sums" || exit 1
  take_lock
  get -o "$work/manifest.new" "$address/manifest.txt" || fail "no connection to the service; nothing was changed"
  # The last line says that the manifest came whole.
  [ "$(tail -n 1 "$work/manifest.new")" = end ] || fail "the manifest was cut off; nothing was changed"
  [ "$(head -n 1 "$work/manifest.new")" = 'prerna 1' ] || fail "this script is too old: get the new one from your page"
  mv -f "$work/manifest.new" "$work/manifest"
  remove_recalled
  drop_old_parts
  fetch_films
  fetch_lists
  send_reply
  [ -s "$work/missing" ] || [ -s "$work/changed" ] || { say "all films are here"; exit 0; }
  say "some films are still missing; run me again"
  exit 1
}

say() { echo "prerna: $*"; }
fail() { say "$*" >&2; exit 1; }

# A line that carries nothing for a minute is given up; the next run goes on.
get() { curl -sS --fail --connect-timeout 20 --speed-limit 1 --speed-time 60 "$@"; }

take_lock() {
  if ! mkdir "$work/lock" 2>/dev/null; then
    other=$(cat "$work/lock/pid" 2>/dev/null)
    [ -n "$other" ] && kill -0 "$other" 2>/dev/null && { say "is running already"; exit 0; }
  fi
  echo $$ > "$work/lock/pid"
  trap 'rm -rf "$work/lock"' EXIT
  trap 'exit 130' HUP INT TERM
}

lines_of() { sed -n "s/^$1 //p" "$work/manifest"; }
size_of() { wc -c < "$1" | tr -d ' '; }
sum_of() {
  if command -v sha256sum > /dev/null; then sha256sum < "$1"
  elif command -v shasum > /dev/null; then shasum -a 256 < "$1"
  else openssl dgst -sha256 -r < "$1"
  fi | cut -d ' ' -f 1
}

remove_recalled() {
  waits=no
  lines_of remove > "$work/remove"
  while read -r house id acked; do
    for film in "$folder"/*/"$house".*; do
      [ -f "$film" ] && rm -f "$film" && say "recalled, deleted: $film"
    done
    [ "$acked" = yes ] && continue
    if [ "${PRERNA_ACK:-no}" = yes ] && get -o /dev/null -d "" "$address/recalls/$id/ack"
    then say "recalled, reported as removed: $house"
    else waits=yes
    fi
  done < "$work/remove"
  if [ $waits = yes ] && get -o "$work/remove.part" "$address/REMOVE.txt"
  then mv -f "$work/remove.part" "$folder/REMOVE.txt"
  elif [ $waits = no ]; then rm -f "$folder/REMOVE.txt"
  fi
}

# Parts are named by the hash of the whole film: what no manifest asks for any more goes.
drop_old_parts() {
  for part in "$work"/parts/*; do
    [ -f "$part" ] || continue
    grep -q "^need ${part##*/} " "$work/manifest" || rm -f "$part"
  done
}

fetch_films() {
  : > "$work/have"; : > "$work/missing"; : > "$work/changed"
  lines_of need > "$work/need"
  while read -r sum bytes path; do
    if is_whole "$path" "$sum" "$bytes" || fetch "$path" "$sum" "$bytes"; then echo "$path" >> "$work/have"
    elif [ -f "$folder/$path" ]; then echo "$path" >> "$work/changed"
    else echo "$path" >> "$work/missing"
    fi
  done < "$work/need"
}

# Hashing every film at every run would keep an old machine busy: a film is hashed again only when it is newer than its mark.
is_whole() {
  [ -f "$folder/$1" ] && [ "$(size_of "$folder/$1")" = "$3" ] || return 1
  mark=$work/sums/$2
  [ -f "$mark" ] && [ "$(cat "$mark")" = "$1" ] && [ -z "$(find "$folder/$1" -newer "$mark")" ] && return 0
  [ "$(sum_of "$folder/$1")" = "$2" ] || return 1
  echo "$1" > "$mark"
}

fetch() {
  part=$work/parts/$2
  held=0
  [ -f "$part" ] && held=$(size_of "$part")
  [ "$held" -le "$3" ] || { rm -f "$part"; held=0; }
  if [ "$held" -lt "$3" ]; then
    say "fetching $1 ($held of $3 bytes are here)"
    # If-Range: the rest of another film is never put behind the beginning of this one.
    get -C - -H "If-Range: \"$2\"" -o "$part" "$address/files/$1"
    code=$?
    # 33: the film changed on the other side, so the part is of no use; it begins anew next time.
    [ $code -ne 33 ] || rm -f "$part"
    [ $code -eq 0 ] || return 1
  fi
  if [ "$(size_of "$part")" != "$3" ] || [ "$(sum_of "$part")" != "$2" ]; then
    rm -f "$part"
    say "damaged on the way, will be fetched again: $1"
    return 1
  fi
  mkdir -p "$(dirname "$folder/$1")" && mv -f "$part" "$folder/$1" && echo "$1" > "$work/sums/$2"
}

fetch_lists() {
  lines_of list > "$work/lists"
  while read -r name path; do
    get -o "$work/list.part" "$address/$path" || continue
    cmp -s "$work/list.part" "$folder/$name" && continue
    mv -f "$work/list.part" "$folder/$name" && say "new list: $name"
  done < "$work/lists"
}

send_reply() {
  ( cd "$folder" && find . -type f ! -path './.prerna/*' ) | sed -n 's|^\./\([A-Za-z0-9._-]*/[A-Za-z0-9._-]*\)$|\1|p' | sort > "$work/all"
  sort "$work/have" "$work/changed" | comm -13 - "$work/all" > "$work/extra"
  printf '{"have":%s,"missing":%s,"changed":%s,"extra":%s}' \
    "$(names have)" "$(names missing)" "$(names changed)" "$(names extra)" > "$work/reply.json"
  get -o /dev/null -H 'Content-Type: application/json' --data-binary "@$work/reply.json" "$address/reply" ||
    say "could not report what is here; the films are not harmed"
}

names() { printf '['; sed 's/.*/"&"/' "$work/$1" | paste -s -d , - | tr -d '\n'; printf ']'; }

main
