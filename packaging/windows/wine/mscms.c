/* Stands in for mscms.dll under Wine 8, whose WcsCreateIccProfile raises; see README.md. */
typedef void *Handle;
typedef int Bool;
typedef unsigned long Number;
#define X __declspec(dllexport)
X Bool GetColorProfileFromHandle(Handle profile, unsigned char *to, Number *size) { if (size) *size = 0; return 0; }
X Bool CloseColorProfile(Handle profile) { return 1; }
X Handle WcsCreateIccProfile(Handle profile, Number options) { return 0; }
X Handle OpenColorProfileW(void *profile, Number a, Number b, Number c) { return 0; }
X Bool GetColorDirectoryW(const unsigned short *machine, unsigned short *to, Number *size) { return 0; }
X Bool GetStandardColorSpaceProfileW(const unsigned short *machine, Number id, unsigned short *to, Number *size) { return 0; }
