#ifndef INCLUSION_ATLAS_CHARFBUZZ_SHIM_H
#define INCLUSION_ATLAS_CHARFBUZZ_SHIM_H

#include <hb.h>
#include <hb-ot.h>

/* The outline of a glyph; HarfBuzz 7 gave the function another name. */
static inline void atlas_draw_glyph(hb_font_t *font, hb_codepoint_t glyph,
                                    hb_draw_funcs_t *functions, void *data) {
#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_draw_glyph(font, glyph, functions, data);
#else
  hb_font_get_glyph_shape(font, glyph, functions, data);
#endif
}

#endif
