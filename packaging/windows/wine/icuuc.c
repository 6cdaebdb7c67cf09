/* Stands in for Windows' icuuc.dll under Wine 8, which lacks it; see README.md. Qt6Core links to
   these, and calls them only for a codec that it does not know itself. */
typedef int Code;
typedef unsigned short Unit;
#define X __declspec(dllexport)
#define UNSUPPORTED 16
#define NOT_FOUND 4
X void *ucnv_open(const char *name, Code *code) { if (code) *code = NOT_FOUND; return 0; }
X void ucnv_close(void *codec) {}
X void UCNV_FROM_U_CALLBACK_SUBSTITUTE(const void *a, void *b, const Unit *c, int d, int e, int f, Code *g) {}
X void UCNV_TO_U_CALLBACK_SUBSTITUTE(const void *a, void *b, const char *c, int d, int e, Code *f) {}
X void ucnv_reset(void *codec) {}
X signed char ucnv_getMaxCharSize(const void *codec) { return 4; }
X const char *ucnv_getName(const void *codec, Code *code) { return ""; }
X void ucnv_getToUCallBack(const void *codec, void **a, const void **b) {}
X void ucnv_getFromUCallBack(const void *codec, void **a, const void **b) {}
X void ucnv_setToUCallBack(void *codec, void *a, const void *b, void **c, const void **d, Code *e) {}
X void ucnv_setFromUCallBack(void *codec, void *a, const void *b, void **c, const void **d, Code *e) {}
X void ucnv_cbToUWriteUChars(void *a, const Unit *b, int c, int d, Code *e) {}
X void ucnv_cbFromUWriteUChars(void *a, const Unit **b, const Unit *c, int d, Code *e) {}
X void ucnv_toUnicode(void *codec, Unit **a, const Unit *b, const char **c, const char *d, int *e,
                      signed char f, Code *code) { if (code) *code = UNSUPPORTED; }
X void ucnv_fromUnicode(void *codec, char **a, const char *b, const Unit **c, const Unit *d, int *e,
                        signed char f, Code *code) { if (code) *code = UNSUPPORTED; }
X int ucnv_toUCountPending(const void *codec, Code *code) { return 0; }
X int ucnv_fromUCountPending(const void *codec, Code *code) { return 0; }
X const char *ucnv_getStandardName(const char *name, const char *standard, Code *code) { return 0; }
X const char *ucnv_getAvailableName(int number) { return 0; }
X int ucnv_countAvailable(void) { return 0; }
