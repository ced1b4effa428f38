/// Invented names of branches, each used once. Each says that it is synthetic, so that every table
/// and page made from it does.
enum BranchNames {
  /// The name of the branch at `index`; a number is added once all combinations are used up.
  static func name(at index: Int) -> Name {
    let place = places[index % places.count]
    let prefix = prefixes[index / places.count % prefixes.count]
    let round = index / (places.count * prefixes.count)
    return Name(
      prefix.english + place.english + (round > 0 ? " \(round + 1)" : "") + " (synthetic)",
      prefix.chinese + place.chinese + (round > 0 ? "第\(round + 1)" : "") + "支行（合成数据）")
  }

  private static let prefixes = [
    Name("", ""), Name("New ", "新"), Name("East ", "东"), Name("West ", "西"),
    Name("South ", "南"), Name("North ", "北"), Name("Upper ", "上"), Name("Lower ", "下"),
    Name("Great ", "大"), Name("Little ", "小"), Name("Inner ", "内"), Name("Outer ", "外"),
  ]

  private static let places = [
    Name("Lakeside", "湖滨"), Name("Harbour", "港口"), Name("Railway Station", "火车站"),
    Name("Market Street", "市场街"), Name("University Road", "大学路"), Name("Drum Tower", "鼓楼"),
    Name("Bell Tower", "钟楼"), Name("Riverbank", "江畔"), Name("Stone Bridge", "石桥"),
    Name("Garden Road", "花园路"), Name("Science Park", "科技园"), Name("Steel Works", "钢厂"),
    Name("Cotton Mill", "棉纺厂"), Name("Tea Hill", "茶山"), Name("Bamboo Grove", "竹林"),
    Name("Plum Village", "梅村"), Name("Orchard", "果园"), Name("Reservoir", "水库"),
    Name("Ferry", "渡口"), Name("Lighthouse", "灯塔"), Name("Airport Road", "机场路"),
    Name("Stadium", "体育场"), Name("Library", "图书馆"), Name("Museum", "博物馆"),
    Name("Hospital Road", "医院路"), Name("People's Square", "人民广场"), Name("Liberation Road", "解放路"),
    Name("Culture Street", "文化街"), Name("Peace Road", "和平路"), Name("Spring Gate", "春门"),
    Name("Willow Lane", "柳巷"), Name("Pine Ridge", "松岭"), Name("Osmanthus Court", "桂苑"),
    Name("Lotus Pond", "荷塘"), Name("Crane Island", "鹤洲"), Name("Phoenix Hill", "凤山"),
    Name("Dragon Well", "龙井"), Name("Silk Town", "丝镇"), Name("Salt Field", "盐田"),
    Name("Brick Kiln", "砖窑"), Name("Copper Hill", "铜山"), Name("Jade Spring", "玉泉"),
    Name("Cloud Terrace", "云台"), Name("Morning Sun", "朝阳"), Name("Sunset Bay", "晚霞湾"),
    Name("Fishing Port", "渔港"), Name("Grain Market", "粮市"), Name("Timber Yard", "木场"),
  ]
}
