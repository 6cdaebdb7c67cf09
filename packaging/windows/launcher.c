/* Starts one of the two programs in the bundle's own Python: PROGRAM is what __main__.py calls it.
   The ._pth file beside this program lets Python read nothing from elsewhere. */
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include "launcher.h"

#define LONGEST 32768
#define PLUGIN L"Lib\\site-packages\\PySide6\\plugins\\platforms\\qwindows.dll"
typedef int (*PyMain)(int, wchar_t **);

static int told(const wchar_t *text) {
#ifdef CONSOLE
    DWORD written;
    HANDLE error = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(error, text, wcslen(text), &written, NULL)) {
        char bytes[1024];
        int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
        WriteFile(error, bytes, length ? length - 1 : 0, &written, NULL);
    }
#else
    MessageBoxW(NULL, text, L"书记案头", MB_ICONERROR);
#endif
    return 2;
}

/* The path of a file of the bundle. */
static wchar_t *part(const wchar_t *name) {
    static wchar_t path[LONGEST + 128];
    wchar_t *end;
    GetModuleFileNameW(NULL, path, LONGEST);
    end = wcsrchr(path, L'\\');
    wcscpy(end ? end + 1 : path, name);
    return path;
}

static PyMain python(void) {
    HMODULE library = LoadLibraryExW(part(PYTHON), NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    return library ? (PyMain)(void *)GetProcAddress(library, "Py_Main") : NULL;
}

/* Without this plugin Qt says something in English and ends the process. */
static int has_screen(void) {
#ifdef CONSOLE
    return 1; /* most commands want none */
#else
    return GetFileAttributesW(part(PLUGIN)) != INVALID_FILE_ATTRIBUTES;
#endif
}

static int start(void) {
    int given, count = 0;
    wchar_t **arguments = CommandLineToArgvW(GetCommandLineW(), &given);
    wchar_t **all = calloc(given + 8, sizeof *all);
    SetDllDirectoryW(L""); /* a DLL in the folder of an archive is not ours */
    SetEnvironmentVariableW(L"QT_PLUGIN_PATH", NULL); /* nor are another program's plugins */
    SetEnvironmentVariableW(L"QT_QPA_PLATFORM_PLUGIN_PATH", NULL);
    PyMain run = has_screen() ? python() : NULL;
    if (!run)
        return told(L"程序文件不完整，没有能启动；档案没有变动。请重新安装书记案头。\n");
    all[count++] = arguments[0];
    all[count++] = L"-B"; /* nothing is written beside the program */
    all[count++] = L"-X";
    all[count++] = L"utf8";
    all[count++] = L"-c";
    all[count++] = L"from secretary_desk.__main__ import " PROGRAM L"; " PROGRAM L"()";
    for (int i = 1; i < given; i++)
        all[count++] = arguments[i];
    /* A program that ends by itself does not come back; an error nobody caught does. */
    return run(count, all) ? told(L"程序没有能启动；档案没有变动。请重新安装书记案头。\n") : 0;
}

#ifdef CONSOLE
int wmain(void) { return start(); }
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, PWSTR line, int show) { return start(); }
#endif
