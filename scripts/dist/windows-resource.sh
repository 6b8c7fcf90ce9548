#!/usr/bin/env bash
# Makes the resource with icon and version that Windows shows for a program: windows-resource.sh VERSION FOLDER MINGW
set -euo pipefail
version=$1 folder=$2 mingw=$3
go run ./scripts/dist/icon assets/icons/doublefix.png "$folder/doublefix.ico"

cat >"$folder/doublefix.rc" <<-RESOURCE
	1 ICON "$folder/doublefix.ico"
	1 VERSIONINFO
	FILEVERSION ${version//./,},0
	PRODUCTVERSION ${version//./,},0
	BEGIN
	  BLOCK "StringFileInfo"
	  BEGIN
	    BLOCK "040904b0"
	    BEGIN
	      VALUE "FileDescription", "Doublefix"
	      VALUE "FileVersion", "$version"
	      VALUE "ProductName", "Doublefix"
	      VALUE "ProductVersion", "$version"
	    END
	  END
	  BLOCK "VarFileInfo"
	  BEGIN
	    VALUE "Translation", 0x409, 1200
	  END
	END
RESOURCE
"$mingw-windres" -O coff "$folder/doublefix.rc" "$folder/doublefix.syso"
