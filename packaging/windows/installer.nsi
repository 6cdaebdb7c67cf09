; The installer: for one user, without an administrator, in Chinese. It is a 64-bit program: on
; 32-bit Windows it is Windows itself that says so and does not start it.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include TextFunc.nsh
!define KEY "Software\SecretaryDesk"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\SecretaryDesk"
!define TYPE "SecretaryDesk"
!define TITLE "书记案头"
!define DESK "secretary-desk-gui.exe"
!define DATA "$LOCALAPPDATA\书记案头"
Name "${TITLE}"
BrandingText "${TITLE} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\SecretaryDesk"
InstallDirRegKey HKCU "${KEY}" "InstallDir"
ManifestDPIAware true
ManifestSupportedOS Win10
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${TITLE}"
VIAddVersionKey "FileDescription" "${TITLE} 安装程序"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" " "
Var Before ; the folder of an installed version, empty without one

!define MUI_ICON "desk.ico"
!define MUI_UNICON "desk.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "welcome.bmp"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "这里把书记案头 ${VERSION} 装到您的电脑上，只装给您自己，不需要管理员。$\r$\n$\r$\n以前装过的，会换成这一版；档案、备份和设置都不会动。$\r$\n$\r$\n请先关闭正在运行的书记案头，再点“下一步”。"
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhereInstalled
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${DESK}"
!define MUI_FINISHPAGE_RUN_TEXT "打开书记案头"
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "将卸载书记案头程序。您的档案、备份和设置不会动，仍在：$\r$\n${DATA}$\r$\n以及您自己另存的地方。"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
SetFont /LANG=${LANG_SIMPCHINESE} "Microsoft YaHei UI" 9

!macro Refuse CODE SENTENCE
  MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
  FileOpen $9 "$TEMP\secretary-desk-setup.log" w
  FileWriteUTF16LE /BOM $9 "${SENTENCE}"
  FileClose $9
  SetErrorLevel ${CODE}
  Quit
!macroend

; A running program's file cannot be opened for writing.
!macro RefuseWhileRunning FILE
  ${If} ${FileExists} "${FILE}"
    ClearErrors
    FileOpen $9 "${FILE}" a
    ${If} ${Errors}
      !insertmacro Refuse 4 "书记案头正在运行，没有动任何文件。请先关闭它，再来一次。"
    ${EndIf}
    FileClose $9
  ${EndIf}
!macroend

; Removes what the list of a version names, and no other file; folders only when empty.
!macro RemoveListed FOLDER
  SetDetailsPrint none ; naming each file takes longer than removing it
  ClearErrors
  FileOpen $8 "${FOLDER}\installed.txt" r
  ${IfNot} ${Errors}
    ${Do}
      FileRead $8 $7
      ${If} ${Errors}
        ${ExitDo}
      ${EndIf}
      ${TrimNewLines} $7 $7
      StrCpy $6 $7 2
      StrCpy $7 $7 "" 2
      ${If} $6 == "F "
      ${AndIf} $7 != "installed.txt"
        Delete "${FOLDER}\$7"
      ${ElseIf} $6 == "D "
        RMDir "${FOLDER}\$7"
      ${EndIf}
      ClearErrors
    ${Loop}
    FileClose $8
    Delete "${FOLDER}\installed.txt"
    Delete "${FOLDER}\uninstall.exe"
    RMDir "${FOLDER}"
  ${EndIf}
  SetDetailsPrint both
!macroend

; A double click on such a file opens it, for this user.
!macro OpenWithDesk ENDING CLASS TITLE
  WriteRegStr HKCU "Software\Classes\${ENDING}" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "${TITLE}"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\${DESK}"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\${DESK}" "%1"'
!macroend

; What another program has taken over since stays as it is.
!macro OpenNoMore ENDING CLASS
  ReadRegStr $0 HKCU "Software\Classes\${ENDING}" ""
  ${If} $0 == "${CLASS}"
    DeleteRegValue HKCU "Software\Classes\${ENDING}" ""
    DeleteRegKey /ifempty HKCU "Software\Classes\${ENDING}"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
!macroend

Function .onInit
  ${IfNot} ${AtLeastBuild} 17763
    !insertmacro Refuse 3 "这台电脑的 Windows 太旧，书记案头需要 64 位的 Windows 10（1809 及以上）或 Windows 11，没有安装。"
  ${EndIf}
  ReadRegStr $Before HKCU "${KEY}" "InstallDir"
FunctionEnd

Function SkipWhereInstalled
  ${If} ${FileExists} "$Before\installed.txt"
    StrCpy $INSTDIR $Before
    Abort
  ${EndIf}
FunctionEnd

Section
  ${If} $Before == ""
    StrCpy $Before $INSTDIR
  ${EndIf}
  !insertmacro RefuseWhileRunning "$Before\${DESK}"
  !insertmacro RefuseWhileRunning "$Before\secretary-desk.exe"
  !insertmacro RefuseWhileRunning "$INSTDIR\${DESK}"
  !insertmacro RefuseWhileRunning "$INSTDIR\secretary-desk.exe"
  !insertmacro RemoveListed $Before
  !insertmacro RemoveListed $INSTDIR
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateDirectory "$SMPROGRAMS\${TITLE}"
  CreateShortcut "$SMPROGRAMS\${TITLE}\${TITLE}.lnk" "$INSTDIR\${DESK}"
  CreateShortcut "$SMPROGRAMS\${TITLE}\卸载${TITLE}.lnk" "$INSTDIR\uninstall.exe"
  CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\${DESK}"
  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${DESK}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  !insertmacro OpenWithDesk ".sdesk" "${TYPE}.Archive" "书记案头档案"
  !insertmacro OpenWithDesk ".sdeskpack" "${TYPE}.Package" "书记案头搬家文件"
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  !insertmacro RefuseWhileRunning "$INSTDIR\${DESK}"
  !insertmacro RefuseWhileRunning "$INSTDIR\secretary-desk.exe"
  !insertmacro RemoveListed $INSTDIR
  Delete "$SMPROGRAMS\${TITLE}\${TITLE}.lnk"
  Delete "$SMPROGRAMS\${TITLE}\卸载${TITLE}.lnk"
  RMDir "$SMPROGRAMS\${TITLE}"
  Delete "$DESKTOP\${TITLE}.lnk"
  !insertmacro OpenNoMore ".sdesk" "${TYPE}.Archive"
  !insertmacro OpenNoMore ".sdeskpack" "${TYPE}.Package"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${KEY}"
  ${RefreshShellIcons}
  MessageBox MB_OK|MB_ICONINFORMATION "书记案头已经卸载。您的档案、备份和设置没有动，仍在：$\r$\n${DATA}$\r$\n以及您自己另存的地方。" /SD IDOK
SectionEnd
