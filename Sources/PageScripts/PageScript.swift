import CPageScripts

/// A script or a style that pages carry inside them, so that they need no network.
///
/// The charts are functions `steelyard.charts.NAME(element, data, options)` that draw with D3; any page may
/// use them that has `PageScript.charts` before its own script.
public enum PageScript: CaseIterable, Sendable {
  /// D3 5.16 (Bostock, M., Ogievetsky, V., Heer, J. (2011), D³: Data-Driven Documents, IEEE Transactions
  /// on Visualization and Computer Graphics 17(12), 2301-2309, doi:10.1109/TVCG.2011.185).
  case d3
  /// What all charts share: numbers, texts in two languages, figures.
  case base
  /// What charts say in English and Chinese.
  case chartTexts
  /// Judgements beside what the weights imply.
  case heatMap
  /// Weights and how far they move.
  case weightBands
  /// What people do when one number is varied.
  case sensitivity
  /// Ranks before and after a change.
  case slopes
  /// Scores by group with the cuts of grades, and measures at their caps.
  case distributions
  /// Pay before and after.
  case payroll
  /// Whose grade is not safe.
  case fragile
  /// Who gains and loses, by group.
  case groups
  /// The page of `PolicyReport`.
  case report
  /// How that page looks; a style sheet.
  case reportStyle
  /// What the panels of the studio say in English and Chinese.
  case studioPanelsTexts
  /// The frame of a panel of the studio.
  case studioPanelsFrame
  /// Panels that follow every change of the draft.
  case studioPanelsEffects
  /// Panels whose answers take longer, and the sparks.
  case studioPanelsLater
  /// What one person would get if one number were another.
  case studioPanelsIncentives
  /// The right side of the studio's page.
  case studioBoard
  /// How that side looks; a style sheet.
  case studioBoardStyle

  /// D3, then the charts, in the order in which a page has to load them.
  public static let charts: [PageScript] = Array(allCases.prefix { $0 != .report })

  /// What draws the right side of the studio, after the charts, in the order in which a page has to load it.
  public static let studioPanels: [PageScript] = [
    .studioPanelsTexts, .studioPanelsFrame, .studioPanelsEffects, .studioPanelsLater,
    .studioPanelsIncentives, .studioBoard,
  ]

  /// The text of the file.
  public var text: String {
    let script = stored
    return String(
      decoding: UnsafeRawBufferPointer(start: script.start, count: script.length), as: UTF8.self)
  }

  private var stored: page_script {
    switch self {
    case .d3: page_script_d3()
    case .base: page_script_base()
    case .chartTexts: page_script_chart_texts()
    case .heatMap: page_script_heat_map()
    case .weightBands: page_script_weight_bands()
    case .sensitivity: page_script_sensitivity()
    case .slopes: page_script_slopes()
    case .distributions: page_script_distributions()
    case .payroll: page_script_payroll()
    case .fragile: page_script_fragile()
    case .groups: page_script_groups()
    case .report: page_script_report()
    case .reportStyle: page_script_report_style()
    case .studioPanelsTexts: page_script_studio_panels_texts()
    case .studioPanelsFrame: page_script_studio_panels_frame()
    case .studioPanelsEffects: page_script_studio_panels_effects()
    case .studioPanelsLater: page_script_studio_panels_later()
    case .studioPanelsIncentives: page_script_studio_panels_incentives()
    case .studioBoard: page_script_studio_board()
    case .studioBoardStyle: page_script_studio_board_style()
    }
  }
}
