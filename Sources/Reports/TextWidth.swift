/// How much room text takes where a Chinese character takes that of two others.
public enum TextWidth {
  /// The places that a text takes in one line.
  public static func places(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + places(of: $1) }
  }

  private static func places(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    // East Asian Wide and Fullwidth (Unicode Standard Annex 11), as far as names and titles go.
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
