import Testing

@Suite("Architecture")
struct ArchitectureTests {
  /// What comes with the toolchain.
  private static let system: Set<String> = ["Foundation", "Glibc", "Dispatch", "Synchronization"]

  private let manifest: Manifest
  private let modules: [String]
  /// The modules that each module's import lines name, those of the toolchain left out.
  private let imports: [String: Set<String>]

  init() throws {
    manifest = try Manifest()
    let modules = try SourceTree.modules()
    self.modules = modules
    var imports: [String: Set<String>] = [:]
    for module in modules {
      imports[module] = try Self.imports(under: "Sources/\(module)")
    }
    self.imports = imports
  }

  private static func imports(under folder: String) throws -> Set<String> {
    Set(try SourceTree.files(under: folder).flatMap(\.imports)).subtracting(system)
  }

  private func own(_ module: String) -> Set<String> {
    imports[module, default: []].intersection(modules)
  }

  @Test("The import lines are found")
  func found() {
    #expect(imports["AHP"]?.contains("LinearAlgebra") == true)
    #expect(imports["LinearAlgebra"] == ["CLAPACK"])
    #expect(modules.count >= 13)
  }

  @Test("Every folder in Sources is a target, and every target a folder")
  func targets() {
    #expect(manifest.targets.map(\.name).sorted() == modules)
  }

  @Test("Arrows point only up: a module imports only modules declared above it")
  func order() {
    let names = manifest.targets.map(\.name)
    for (position, name) in names.enumerated() {
      let below = own(name).subtracting(names[..<position])
      #expect(below.isEmpty, "\(name) imports \(below.sorted().joined(separator: ", "))")
    }
  }

  @Test("A target declares the modules that it imports, and no others")
  func declared() {
    for target in manifest.targets {
      #expect(target.own.sorted() == own(target.name).sorted(), "\(target.name)")
    }
  }

  @Test("Tests import what they declare, and else only what comes with it")
  func declaredByTests() throws {
    for target in manifest.tests {
      let imported = try Self.imports(under: "Tests/\(target.name)").intersection(modules)
      #expect(imported.isSuperset(of: target.own), "\(target.name)")
      #expect(imported.isSubset(of: manifest.dependencies(of: target.name)), "\(target.name)")
    }
  }

  @Test("Each outside library is imported by one module, which declares it")
  func outside() {
    var importers: [String: [String]] = [:]
    for module in modules {
      for name in imports[module, default: []].subtracting(modules) {
        importers[name, default: []].append(module)
      }
    }
    for (library, importers) in importers {
      #expect(importers.count == 1, "\(library) is imported by \(importers)")
    }
    for target in manifest.targets {
      let imported = imports[target.name, default: []].subtracting(modules)
      #expect(imported == Set(target.products), "\(target.name)")
    }
  }

  @Test("So is each module of prototypes, by which a C library is known")
  func prototypes() {
    let prototypes = manifest.targets.filter { !$0.libraries.isEmpty }.map(\.name)
    #expect(Set(prototypes).isSuperset(of: ["CLAPACK", "CZip", "CSQLite"]))
    for name in prototypes {
      let importers = modules.filter { imports[$0, default: []].contains(name) }
      #expect(importers.count == 1, "\(name) is imported by \(importers)")
    }
  }

  @Test("Only one file knows the YAML library")
  func yaml() throws {
    let files = try SourceTree.files(ofModule: "LocatedYAML").filter {
      $0.imports.contains("Yams")
    }
    #expect(files.map(\.path) == ["Sources/LocatedYAML/YAMLNode+Parsing.swift"])
  }

  @Test("No module has a type of its own name, through which others could not name the module")
  func ownNames() throws {
    for module in modules {
      let types = try SourceTree.files(ofModule: module).flatMap(\.types)
      #expect(!types.contains(module), "\(module)")
    }
  }

  @Test("No module is a place for whatever has no place")
  func noCommonPlace() {
    let places = ["core", "common", "utils", "util", "utilities", "helpers", "shared", "misc"]
    #expect(modules.filter { places.contains($0.lowercased()) }.isEmpty)
  }

  @Test("No source file is longer than 400 lines")
  func length() throws {
    for file in try SourceTree.files(under: "Sources") {
      #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test("The libraries never print and never end the process")
  func silent() throws {
    for module in modules where module != "steelyard" {
      for file in try SourceTree.files(ofModule: module) {
        for call in file.text.matches(
          of: /(?m)^[^\/\n]*?[^\w.]((?:print|exit|abort|fatalError|debugPrint|dump)\()/
        ) {
          Issue.record("\(file.path) calls \(call.1)")
        }
        #expect(!file.text.contains("try!"), "\(file.path)")
      }
    }
  }

  @Test("The table in ARCHITECTURE.md says what the import lines say")
  func table() throws {
    let rows = try ModuleTable().rows
    #expect(rows.map(\.target) == manifest.targets.map(\.name))
    for row in rows {
      #expect(row.own == own(row.target), "\(row.target)")
      #expect(!row.responsibility.isEmpty, "\(row.target)")
      let target = manifest.targets.first { $0.name == row.target }
      let outside = (target?.products ?? []) + (target?.libraries.map { "lib\($0)" } ?? [])
      #expect(row.outside == Set(outside), "\(row.target)")
    }
  }
}
