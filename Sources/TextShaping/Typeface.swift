import CHarfBuzz

/// One font file, opened by HarfBuzz. All lengths are thousandths of the font size, y downward.
final class Typeface {
  let file: FontFile
  private let font: OpaquePointer
  private let pen: OpaquePointer

  /// Opens a font file; nil where there is none, or it holds no font.
  init?(_ file: FontFile, in folder: String) {
    guard let blob = hb_blob_create_from_file_or_fail("\(folder)/\(file.path)") else { return nil }
    defer { hb_blob_destroy(blob) }
    guard let face = hb_face_create(blob, 0) else { return nil }
    defer { hb_face_destroy(face) }
    guard hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face),
      let pen = OutlinePen.makeFunctions()
    else { return nil }
    hb_font_set_scale(font, 1000, 1000)
    self.file = file
    self.font = font
    self.pen = pen
  }

  deinit {
    hb_font_destroy(font)
    hb_draw_funcs_destroy(pen)
  }

  /// Whether the font has a glyph for a character.
  func has(_ scalar: Unicode.Scalar) -> Bool {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0
  }

  /// Calls `body` with each glyph of a text in one script, in the order they stand in, and where
  /// it stands from the start of the text; returns how far the text reaches.
  func shape(_ text: String, _ body: (_ glyph: UInt32, _ x: Int, _ y: Int) -> Void) -> Int {
    guard let buffer = hb_buffer_create() else { return 0 }
    defer { hb_buffer_destroy(buffer) }
    hb_buffer_add_utf8(buffer, text, -1, 0, -1)
    hb_buffer_guess_segment_properties(buffer)
    hb_shape(font, buffer, nil, 0)
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return 0 }
    var x = 0
    for index in 0..<Int(count) {
      let position = positions[index]
      body(
        infos[index].codepoint, x + Int(position.x_offset), -Int(position.y_offset))
      x += Int(position.x_advance)
    }
    return x
  }

  /// The outline of a glyph as the `d` of an SVG path; empty for a space.
  func outline(_ glyph: UInt32) -> [UInt8] {
    var outline = OutlinePen()
    withUnsafeMutablePointer(to: &outline) { atlas_draw_glyph(font, glyph, pen, $0) }
    return outline.bytes
  }
}
