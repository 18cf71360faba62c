# प्रेरणा: आज की फ़िल्में और सूचियाँ इस मशीन पर लाती है। Windows 7 से आगे, और कुछ लगाना नहीं पड़ता।
# Prerna: brings the films and lists for this machine. Windows 7 and later (PowerShell 2 to 5), nothing to install.
#
#   powershell -NoProfile -ExecutionPolicy Bypass -File prerna-windows.ps1 -Folder D:\spots
#   every 15 minutes (one line, once):
#   schtasks /Create /SC MINUTE /MO 15 /TN Prerna /TR "powershell -NoProfile -ExecutionPolicy Bypass -File C:\prerna\prerna-windows.ps1 -Folder D:\spots"
#
# A cut line loses nothing: the next run goes on. Each film is checked (SHA-256) beside its place, then put there whole.
# Recalled films are deleted from this folder and named in REMOVE.txt. If your player plays straight from this folder,
# add -Acknowledge and "removed" is reported by itself; else press the button on your page.
# The address below is your key: show this file to nobody.
param([string]$Folder = 'C:\prerna', [switch]$Acknowledge, [string]$Address = '@@ADDRESS@@')

$ErrorActionPreference = 'Stop'
# .NET takes a relative folder from elsewhere than PowerShell does.
$Folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Folder)
$work = Join-Path $Folder '.prerna'

function Say([string]$words) { Write-Output "prerna: $words" }

# Windows 7 offers old TLS first; the number is TLS 1.2, which .NET 2 to 4.5 know by number only.
try { [Net.ServicePointManager]::SecurityProtocol = [Enum]::ToObject([Net.SecurityProtocolType], 3072) } catch { Say 'TLS 1.2 is not on this machine; http and old https still work' }

function Open-Request([string]$path) {
  $request = [Net.WebRequest]::Create("$Address/$path")
  $request.Timeout = 60000
  $request.ReadWriteTimeout = 60000
  return $request
}

function Get-Bytes([string]$path) {
  $response = (Open-Request $path).GetResponse()
  try {
    $memory = New-Object IO.MemoryStream
    Copy-Stream $response.GetResponseStream() $memory
    return ,$memory.ToArray()
  } finally { $response.Close() }
}

function Copy-Stream($from, $to) {
  $buffer = New-Object byte[] 65536
  while (($count = $from.Read($buffer, 0, $buffer.Length)) -gt 0) { $to.Write($buffer, 0, $count) }
}

function Send-Bytes([string]$path, [byte[]]$body) {
  $request = Open-Request $path
  $request.Method = 'POST'
  $request.ContentType = 'application/json'
  $request.ContentLength = $body.Length
  $stream = $request.GetRequestStream()
  $stream.Write($body, 0, $body.Length)
  $stream.Close()
  $request.GetResponse().Close()
}

function Get-Sum([string]$file) {
  $sha = New-Object Security.Cryptography.SHA256Managed
  $stream = [IO.File]::OpenRead($file)
  try { $hash = $sha.ComputeHash($stream) } finally { $stream.Close() }
  return ([BitConverter]::ToString($hash) -replace '-', '').ToLower()
}

function Get-Size([string]$file) { return (New-Object IO.FileInfo $file).Length }

# In one step where there is an old file, so that a player never meets half of a new one.
function Move-Whole([string]$from, [string]$to) {
  $old = Join-Path $work 'old'
  if ([IO.File]::Exists($to)) { [IO.File]::Replace($from, $to, $old); [IO.File]::Delete($old) } else { [IO.File]::Move($from, $to) }
}

function Get-Lines([string[]]$manifest, [string]$kind) {
  # The commas keep PowerShell from taking the lines apart when there is only one.
  return ,@($manifest | Where-Object { $_.StartsWith("$kind ") } | ForEach-Object { ,$_.Split(' ') })
}

# Hashing every film at every run would keep an old machine busy: a film is hashed again only when it changed since.
function Test-Whole([string]$path, [string]$sum, [long]$bytes) {
  $file = Join-Path $Folder $path
  if (-not [IO.File]::Exists($file) -or (Get-Size $file) -ne $bytes) { return $false }
  $mark = Join-Path $work "sums\$sum"
  $stamp = "$path " + [IO.File]::GetLastWriteTimeUtc($file).Ticks
  if ([IO.File]::Exists($mark) -and [IO.File]::ReadAllText($mark) -eq $stamp) { return $true }
  if ((Get-Sum $file) -ne $sum) { return $false }
  [IO.File]::WriteAllText($mark, $stamp)
  return $true
}

function Get-Film([string]$path, [string]$sum, [long]$bytes) {
  $part = Join-Path $work "parts\$sum"
  $held = 0
  if ([IO.File]::Exists($part)) { $held = Get-Size $part }
  if ($held -gt $bytes) { [IO.File]::Delete($part); $held = 0 }
  if ($held -lt $bytes) {
    Say "fetching $path ($held of $bytes bytes are here)" | Out-Host
    $request = Open-Request "files/$path"
    # If-Range: the rest of another film is never put behind the beginning of this one.
    if ($held -gt 0) { $request.AddRange([int]$held); $request.Headers.Add('If-Range', "`"$sum`"") }
    $response = $request.GetResponse()
    try {
      $mode = [IO.FileMode]::Create
      if ([int]$response.StatusCode -eq 206) { $mode = [IO.FileMode]::Append }
      $file = New-Object IO.FileStream $part, $mode
      try { Copy-Stream $response.GetResponseStream() $file } finally { $file.Close() }
    } finally { $response.Close() }
  }
  if ((Get-Size $part) -lt $bytes) { return $false }
  if ((Get-Size $part) -ne $bytes -or (Get-Sum $part) -ne $sum) {
    [IO.File]::Delete($part)
    Say "damaged on the way, will be fetched again: $path" | Out-Host
    return $false
  }
  $target = Join-Path $Folder $path
  [void][IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($target))
  Move-Whole $part $target
  return (Test-Whole $path $sum $bytes)
}

function Remove-Recalled($lines) {
  $waits = $false
  foreach ($line in $lines) {
    foreach ($film in @(Get-ChildItem $Folder | Where-Object { $_.PSIsContainer -and $_.Name -ne '.prerna' } | ForEach-Object { [IO.Directory]::GetFiles($_.FullName, "$($line[1]).*") })) {
      if ($film) { [IO.File]::Delete($film); Say "recalled, deleted: $film" }
    }
    if ($line[3] -eq 'yes') { continue }
    if (-not $Acknowledge) { $waits = $true; continue }
    try { Send-Bytes "recalls/$($line[2])/ack" ([byte[]]@()); Say "recalled, reported as removed: $($line[1])" }
    catch { $waits = $true; Say "could not report the removal of $($line[1])" }
  }
  $notice = Join-Path $Folder 'REMOVE.txt'
  if (-not $waits) { [IO.File]::Delete($notice); return }
  try { [IO.File]::WriteAllBytes("$notice.part", (Get-Bytes 'REMOVE.txt')); Move-Whole "$notice.part" $notice }
  catch { Say 'could not fetch REMOVE.txt' }
}

function Get-Lists($lines) {
  foreach ($line in $lines) {
    $target = Join-Path $Folder $line[1]
    try {
      $fresh = Get-Bytes $line[2]
      if ([IO.File]::Exists($target) -and [Convert]::ToBase64String([IO.File]::ReadAllBytes($target)) -eq [Convert]::ToBase64String($fresh)) { continue }
      [IO.File]::WriteAllBytes("$target.part", $fresh)
      Move-Whole "$target.part" $target
      Say "new list: $($line[1])"
    } catch { Say "could not fetch the list $($line[1])" }
  }
}

function Get-Names($paths) { return '[' + (@($paths | ForEach-Object { '"' + $_ + '"' }) -join ',') + ']' }

function Send-Reply($have, $missing, $changed, $known) {
  $extra = @()
  foreach ($directory in @(Get-ChildItem $Folder | Where-Object { $_.PSIsContainer -and $_.Name -ne '.prerna' })) {
    foreach ($file in @(Get-ChildItem $directory.FullName | Where-Object { -not $_.PSIsContainer })) {
      $path = "$($directory.Name)/$($file.Name)"
      if ($path -match '^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$' -and $known -notcontains $path) { $extra += $path }
    }
  }
  $reply = '{"have":' + (Get-Names $have) + ',"missing":' + (Get-Names $missing) + ',"changed":' + (Get-Names $changed) + ',"extra":' + (Get-Names $extra) + '}'
  try { Send-Bytes 'reply' ([Text.Encoding]::UTF8.GetBytes($reply)) } catch { Say 'could not report what is here; the films are not harmed' }
}

[void][IO.Directory]::CreateDirectory((Join-Path $work 'parts'))
[void][IO.Directory]::CreateDirectory((Join-Path $work 'sums'))
# Held open for the whole run: a second run meets it and goes; Windows lets go of it whatever happens to this one.
try { $lock = New-Object IO.FileStream (Join-Path $work 'lock'), 'OpenOrCreate', 'ReadWrite', 'None' } catch { Say 'is running already'; exit 0 }
try { $manifest = [Text.Encoding]::UTF8.GetString((Get-Bytes 'manifest.txt')).Trim().Split("`n") } catch { Say 'no connection to the service; nothing was changed'; exit 1 }
if ($manifest[-1] -ne 'end') { Say 'the manifest was cut off; nothing was changed'; exit 1 }
if ($manifest[0] -ne 'prerna 1') { Say 'this script is too old: get the new one from your page'; exit 1 }

Remove-Recalled (Get-Lines $manifest 'remove')
$need = Get-Lines $manifest 'need'
$sums = @($need | ForEach-Object { $_[1] })
# Parts are named by the hash of the whole film: what no manifest asks for any more goes.
foreach ($part in [IO.Directory]::GetFiles((Join-Path $work 'parts'))) { if ($sums -notcontains [IO.Path]::GetFileName($part)) { [IO.File]::Delete($part) } }

$have = @(); $missing = @(); $changed = @()
foreach ($line in $need) {
  $path = $line[3]
  try { $isHere = (Test-Whole $path $line[1] $line[2]) -or (Get-Film $path $line[1] $line[2]) }
  catch { Say "not fetched now: $path ($($_.Exception.Message))"; $isHere = $false }
  if ($isHere) { $have += $path } elseif ([IO.File]::Exists((Join-Path $Folder $path))) { $changed += $path } else { $missing += $path }
}
Get-Lists (Get-Lines $manifest 'list')
Send-Reply $have $missing $changed @($need | ForEach-Object { $_[3] })
$lock.Close()
if ($missing.Count + $changed.Count -gt 0) { Say 'some films are still missing; run me again'; exit 1 }
Say 'all films are here'
exit 0
