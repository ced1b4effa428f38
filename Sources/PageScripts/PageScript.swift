import CPageScripts

/// A script or a style that pages carry inside them, so that they need no network.
///
/// The charts are functions `steelyard.charts.NAME(element, data, options)` that draw with D3; any page may
/// use them that has `PageScript.charts` before its own script.
public enum PageScript: String, CaseIterable, Sendable {
  /// D3 5.16 (Bostock, M., Ogievetsky, V., Heer, J. (2011), D³: Data-Driven Documents, IEEE Transactions
  /// on Visualization and Computer Graphics 17(12), 2301-2309, doi:10.1109/TVCG.2011.185).
  case d3 = "d3.js"
  /// What all charts share: numbers, texts in two languages, figures.
  case base = "base.js"
  /// What charts say in English and Chinese.
  case chartTexts = "chart-texts.js"
  /// Judgements beside what the weights imply.
  case heatMap = "heat-map.js"
  /// Weights and how far they move.
  case weightBands = "weight-bands.js"
  /// What people do when one number is varied.
  case sensitivity = "sensitivity.js"
  /// Ranks before and after a change.
  case slopes = "slopes.js"
  /// Scores by group with the cuts of grades, and measures at their caps.
  case distributions = "distributions.js"
  /// Pay before and after.
  case payroll = "payroll.js"
  /// Whose grade is not safe.
  case fragile = "fragile.js"
  /// Who gains and loses, by group.
  case groups = "groups.js"
  /// The page of `PolicyReport`.
  case report = "report.js"
  /// How that page looks; a style sheet.
  case reportStyle = "report.css"
  /// What the studio's editors say in English and Chinese.
  case studioTexts = "studio-texts.js"
  /// Elements, dialogs and forms of the studio's page.
  case studioElements = "studio-elements.js"
  /// The scale of judgements as a line of steps.
  case studioScale = "studio-scale.js"
  /// The studio's draft: changes against a policy.
  case studioDraft = "studio-draft.js"
  /// What the studio's page knows, undo and redo.
  case studioState = "studio-state.js"
  /// What the studio's page asks of its server.
  case studioRequests = "studio-requests.js"
  /// Judgements as a table of cells to change.
  case studioMatrix = "studio-matrix.js"
  /// The whole scale for one judgement.
  case studioSlider = "studio-slider.js"
  /// Weights that are set directly.
  case studioWeights = "studio-weights.js"
  /// The card of one weighing.
  case studioWeighing = "studio-weighing.js"
  /// The numbers of a policy to change.
  case studioNumbers = "studio-numbers.js"
  /// The curves of a policy to change.
  case studioCurves = "studio-curves.js"
  /// The top of the studio's page.
  case studioHeader = "studio-header.js"
  /// Saving a draft as a new version.
  case studioSave = "studio-save.js"
  /// Searching a person, and the person by policy and draft.
  case studioPerson = "studio-person.js"
  /// The studio's page: puts its parts together.
  case studioPage = "studio.js"
  /// How that page looks; a style sheet.
  case studioStyle = "studio.css"
  /// What the panels of the studio say in English and Chinese.
  case studioPanelsTexts = "studio-panels-texts.js"
  /// The frame of a panel of the studio.
  case studioPanelsFrame = "studio-panels-frame.js"
  /// Panels that follow every change of the draft.
  case studioPanelsEffects = "studio-panels-effects.js"
  /// Panels whose answers take longer, and the sparks.
  case studioPanelsLater = "studio-panels-later.js"
  /// What one person would get if one number were another.
  case studioPanelsIncentives = "studio-panels-incentives.js"
  /// The right side of the studio's page.
  case studioBoard = "studio-board.js"
  /// How that side looks; a style sheet.
  case studioBoardStyle = "studio-board.css"

  /// D3, then the charts, in the order in which a page has to load them.
  public static let charts: [PageScript] = [
    .d3, .base, .chartTexts, .heatMap, .weightBands, .sensitivity, .slopes, .distributions,
    .payroll, .fragile, .groups,
  ]

  /// What draws the right side of the studio, after the charts, in the order in which a page has to load it.
  public static let studioPanels: [PageScript] = [
    .studioPanelsTexts, .studioPanelsFrame, .studioPanelsEffects, .studioPanelsLater,
    .studioPanelsIncentives, .studioBoard,
  ]

  /// All scripts of the studio's page, in the order in which it has to load them.
  public static let studio: [PageScript] =
    charts + [
      .studioTexts, .studioElements, .studioScale, .studioDraft, .studioState, .studioRequests,
      .studioMatrix, .studioSlider, .studioWeights, .studioWeighing, .studioNumbers, .studioCurves,
      .studioHeader, .studioSave, .studioPerson,
    ] + studioPanels + [.studioPage]

  /// The style sheets of the studio's page.
  public static let studioStyles: [PageScript] = [.studioStyle, .studioBoardStyle]

  /// The name under which a server gives the file, such as `base.js`.
  public var fileName: String { rawValue }

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
    case .studioTexts: page_script_studio_texts()
    case .studioElements: page_script_studio_elements()
    case .studioScale: page_script_studio_scale()
    case .studioDraft: page_script_studio_draft()
    case .studioState: page_script_studio_state()
    case .studioRequests: page_script_studio_requests()
    case .studioMatrix: page_script_studio_matrix()
    case .studioSlider: page_script_studio_slider()
    case .studioWeights: page_script_studio_weights()
    case .studioWeighing: page_script_studio_weighing()
    case .studioNumbers: page_script_studio_numbers()
    case .studioCurves: page_script_studio_curves()
    case .studioHeader: page_script_studio_header()
    case .studioSave: page_script_studio_save()
    case .studioPerson: page_script_studio_person()
    case .studioPage: page_script_studio_page()
    case .studioStyle: page_script_studio_style()
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
