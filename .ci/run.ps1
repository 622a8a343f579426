#!/usr/bin/env pwsh
#Requires -Version 7.4
# The twin of .ci/run for where there is no bash: the same steps in the same order. Tests need openssl, the native smoke test the C++ build tools.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location (Join-Path $PSScriptRoot '..')

$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$artifacts = 'artifacts'
$log = "$artifacts/test.log"
if (Test-Path $artifacts) { Remove-Item $artifacts -Recurse -Force }
New-Item $artifacts -ItemType Directory | Out-Null

function step([string] $name) { Write-Output "`n== $name" }

step 'restore and build, warnings are errors'
dotnet restore --locked-mode
dotnet build --no-restore

# The build reports everything else as an error.
step 'format'
dotnet format whitespace --no-restore --verify-no-changes

step 'test, on net8.0 and net10.0, the latter with coverage'
dotnet test --no-build '-p:MeasuresCoverage=true' --results-directory "$artifacts/coverage" | Tee-Object $log

step 'explore the model of the decisions, in short'
dotnet run --no-build --project tests/Binance.AlgoOrders.ModelCheck -- --short

step 'coverage of the packages, at least 95 percent of the lines'
dotnet tool restore
dotnet reportgenerator "-reports:$artifacts/coverage/*/coverage.cobertura.xml" "-targetdir:$artifacts/coverage" -reporttypes:TextSummary `
    '-assemblyfilters:+Binance.AlgoOrders;+Binance.AlgoOrders.Ed25519;+Binance.AlgoOrders.Redis;+Binance.AlgoOrders.Streams;+Binance.AlgoOrders.Testing' `
    '-filefilters:-*.g.cs' minimumCoverageThresholds:lineCoverage=95 -verbosity:Warning
Get-Content "$artifacts/coverage/Summary.txt" -Head 12

step 'the samples'
dotnet run --no-build --project samples/Quickstart
dotnet run --no-build --project samples/AlgoOrders.Cli -- list --simulate
dotnet run --no-build --project samples/AlgoOrders.Cli -- replace --simulate --client-algo-id btc-stop --trigger-price 59000 --json
dotnet run --no-build --project samples/AlgoOrders.Cli -- cancel-all --simulate --symbol BTCUSDT --json
$PSNativeCommandUseErrorActionPreference = $false
$null | dotnet run --no-build --project samples/KillSwitch -- --simulate --symbols BTCUSDT,ETHUSDT --dead-man 100ms
$PSNativeCommandUseErrorActionPreference = $true
if ($LASTEXITCODE -ne 3) { throw "The exit code of the kill switch must be 3, because one order triggers first, but was $LASTEXITCODE." }
dotnet run --no-build --project samples/Observability

step 'clients of other authors against the simulated exchange'
npm ci --no-audit --no-fund --prefix tests/Compatibility
npm ci --no-audit --no-fund --prefix samples/CcxtTrailingStop
Push-Location tests/Compatibility
try { node run.mjs | Tee-Object "../../$artifacts/clients.log" } finally { Pop-Location }

step 'publish native and run, on net8.0 and net10.0'
foreach ($target in 'net8.0', 'net10.0') {
    dotnet publish tests/Binance.AlgoOrders.AotSmoke --framework $target -o "$artifacts/native/$target"
    $program = Get-ChildItem "$artifacts/native/$target" | Where-Object { $_.Name -in 'Binance.AlgoOrders.AotSmoke', 'Binance.AlgoOrders.AotSmoke.exe' }
    & $program.FullName
}

step 'pack'
dotnet pack
Get-ChildItem "$artifacts/packages" -Name

step 'the packages, installed by a stranger'
foreach ($target in 'net8.0', 'net10.0') {
    dotnet run --project tests/PackageConsumer --framework $target -- "$artifacts/packages"
}

step 'sum'
$sums = Select-String -Path $log -Pattern '^(?:Passed|Failed|Skipped)! .*Failed:\s+(\d+), Passed:\s+(\d+), Skipped:\s+(\d+)'
$failed, $passed, $skipped = 1..3 | ForEach-Object {
    $place = $_
    ($sums | ForEach-Object { [int] $_.Matches[0].Groups[$place].Value } | Measure-Object -Sum).Sum
}
$clients = Select-String -Path "$artifacts/clients.log" -Pattern '^clients of other authors: (\d+) passed, (\d+) failed, (\d+) skipped$'
$counts = $clients.Matches[0].Groups
$passed += [int] $counts[1].Value
$failed += [int] $counts[2].Value
$skipped += [int] $counts[3].Value
Write-Output "$passed passed, $failed failed, $skipped skipped"
if ($failed -gt 0 -or -not $passed) { exit 1 }
