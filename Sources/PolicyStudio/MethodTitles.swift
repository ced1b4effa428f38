import AHP
import AnalysisReport

extension PriorityMethod {
  /// What people call it.
  var title: PageText {
    switch self {
    case .eigenvector: PageText("the eigenvector", "特征向量法")
    case .geometricMean: PageText("row geometric means", "几何平均法")
    case .weightedLeastSquares: PageText("weighted least squares", "加权最小二乘法")
    case .singularValue: PageText("the singular value decomposition", "奇异值分解法")
    case .columnMean: PageText("column means", "列归一平均法")
    }
  }
}
