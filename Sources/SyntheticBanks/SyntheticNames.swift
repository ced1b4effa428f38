/// Invented names. Those of branches and regions say that they are synthetic, so that every table made
/// from them does.
enum SyntheticNames {
  /// The name of a branch, each used once.
  static func branch(_ index: Int) -> String {
    "\(numbered(index, [places, prefixes])) (synthetic)"
  }

  /// The name of a region, each used once.
  static func region(_ index: Int) -> String {
    "\(numbered(index, [regions, []])) (synthetic)"
  }

  /// A person's name; names repeat as they do in life.
  static func person(_ bits: UInt64) -> String {
    let family = familyNames[Int(bits % UInt64(familyNames.count))]
    let first = givenNames[Int((bits >> 16) % UInt64(givenNames.count))]
    // Two characters in two thirds of the names.
    guard (bits >> 32) % 3 > 0 else { return family + first }
    return family + first + givenNames[Int((bits >> 40) % UInt64(givenNames.count))]
  }

  private static func numbered(_ index: Int, _ lists: [[String]]) -> String {
    let (places, prefixes) = (lists[0], lists[1])
    let prefixCount = prefixes.count + 1
    let prefix = index / places.count % prefixCount
    let round = index / places.count / prefixCount
    return (prefix > 0 ? "\(prefixes[prefix - 1]) " : "") + places[index % places.count]
      + (round > 0 ? " \(round + 1)" : "")
  }

  private static let prefixes = [
    "New", "East", "West", "South", "North", "Upper", "Lower", "Great", "Little", "Inner", "Outer",
  ]

  private static let places = [
    "Lakeside", "Harbour", "Railway Station", "Market Street", "University Road", "Drum Tower",
    "Bell Tower", "Riverbank", "Stone Bridge", "Garden Road", "Science Park", "Steel Works",
    "Cotton Mill", "Tea Hill", "Bamboo Grove", "Plum Village", "Orchard", "Reservoir", "Ferry",
    "Lighthouse", "Airport Road", "Stadium", "Library", "Museum", "Hospital Road",
    "People's Square", "Liberation Road", "Culture Street", "Peace Road", "Spring Gate",
    "Willow Lane", "Pine Ridge", "Osmanthus Court", "Lotus Pond", "Crane Island", "Phoenix Hill",
    "Dragon Well", "Silk Town", "Salt Field", "Brick Kiln", "Copper Hill", "Jade Spring",
    "Cloud Terrace", "Morning Sun", "Sunset Bay", "Fishing Port", "Grain Market", "Timber Yard",
  ]

  private static let regions = [
    "River North", "River South", "Eastern Plain", "Western Hills", "Lake District", "Old Capital",
    "New District", "Coast", "Northern Gate", "Southern Gate", "Upper Valley", "Lower Valley",
  ]

  private static let familyNames = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
    "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧",
  ]

  private static let givenNames = [
    "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明",
    "超", "秀", "霞", "平", "刚", "桂", "英", "华", "文", "辉", "建", "玲", "云", "红", "鑫", "宇",
    "晨", "雪", "琳", "浩", "然", "欣", "怡", "博",
  ]
}
