extension Words {
  /// Khmer. `\u{200B}` marks where a line may break.
  static let khmer: [Word: String] = [
    .ok: "តាម\u{200B}ប្រភព",
    .estimated: "ប៉ាន់\u{200B}ប្រមាណ",
    .preliminary: "បណ្ដោះ\u{200B}អាសន្ន",
    .rounded: "តួលេខ\u{200B}បង្គត់\u{200B}ដោយ\u{200B}ប្រភព",
    .stale: "យក\u{200B}ពី\u{200B}ការ\u{200B}ផ្សាយ\u{200B}មុន",
    .unreliable: "មិន\u{200B}គួរ\u{200B}ឱ្យ\u{200B}ទុក\u{200B}ចិត្ត",
    .noData: "គ្មាន\u{200B}ទិន្នន័យ",
    .suppressed: "មិន\u{200B}ផ្សាយ",
    .notApplicable: "មិន\u{200B}ពាក់ព័ន្ធ",
    .notScored: "គ្មាន\u{200B}ពិន្ទុ",

    .hot: "ចង្កោម\u{200B}ក្ដៅ",
    .possiblyHot: "អាច\u{200B}ជា\u{200B}ចង្កោម\u{200B}ក្ដៅ",
    .cold: "ចង្កោម\u{200B}ត្រជាក់",
    .possiblyCold: "អាច\u{200B}ជា\u{200B}ចង្កោម\u{200B}ត្រជាក់",
    .noCluster: "គ្មាន\u{200B}ចង្កោម",
    .notTestable: "មិន\u{200B}អាច\u{200B}ធ្វើ\u{200B}តេស្ត\u{200B}បាន",
    .severe: "ធ្ងន់ធ្ងរ",
    .hotspot: "ចំណុច\u{200B}ក្ដៅ\u{200B}នៃ\u{200B}គម្លាត",

    .suppressedExplained: "មិន\u{200B}ផ្សាយ៖ អ្នក\u{200B}ឆ្លើយ\u{200B}តិច\u{200B}ពេក",
    .notTestableExplained:
      "មិន\u{200B}អាច\u{200B}ធ្វើ\u{200B}តេស្ត\u{200B}បាន៖ អ្នក\u{200B}ជិត\u{200B}ខាង\u{200B}តិច\u{200B}ពេក",
    .severeExplained: "ធ្ងន់ធ្ងរ៖ ពិន្ទុ\u{200B}អាក្រក់\u{200B}បំផុត {share}",
    .severeInScenarios:
      "ធ្ងន់ធ្ងរ៖ ពិន្ទុ\u{200B}អាក្រក់\u{200B}បំផុត {share} ក្នុង\u{200B}សេណារីយ៉ូ {scenarios} ឬ\u{200B}លើស",
    .hotExplained:
      "ចង្កោម\u{200B}ក្ដៅ៖ ពិន្ទុ\u{200B}ខ្ពស់\u{200B}នៅ\u{200B}ជុំ\u{200B}គ្នា (p ដែល\u{200B}បាន\u{200B}កែ\u{A0}≤\u{A0}{level})",
    .possiblyHotExplained:
      "អាច\u{200B}ជា\u{200B}ចង្កោម\u{200B}ក្ដៅ (p មិន\u{200B}ទាន់\u{200B}កែ\u{A0}≤\u{A0}{level})",
    .coldExplained:
      "ចង្កោម\u{200B}ត្រជាក់៖ ពិន្ទុ\u{200B}ទាប\u{200B}នៅ\u{200B}ជុំ\u{200B}គ្នា (p ដែល\u{200B}បាន\u{200B}កែ\u{A0}≤\u{A0}{level})",
    .possiblyColdExplained:
      "អាច\u{200B}ជា\u{200B}ចង្កោម\u{200B}ត្រជាក់ (p មិន\u{200B}ទាន់\u{200B}កែ\u{A0}≤\u{A0}{level})",

    .legend: "សេចក្ដី\u{200B}សម្គាល់\u{200B}ផែនទី",
    .range: "{low} ដល់ {high}",
    .over: "លើស\u{200B}ពី {low} ដល់ {high}",
    .upTo: "ត្រឹម {high} ឬ\u{200B}ទាប\u{200B}ជាង",
    .alsoShown: "សញ្ញា\u{200B}ផ្សេង\u{200B}ទៀត",
    .water: "ផ្ទៃ\u{200B}ទឹក",
    .classTitle: "ថ្នាក់",
    .kilometres: "គ.ម.",
    .metres: "ម.",
    .staleFigures:
      "ទិន្នន័យ\u{200B}ចាស់៖ តួលេខ {count} ក្នុង\u{200B}ចំណោម {total} ដែល\u{200B}ផ្សំ\u{200B}ជា\u{200B}ពិន្ទុ យក\u{200B}ពី\u{200B}ការ\u{200B}ផ្សាយ\u{200B}មុន",
    .staleBadge:
      "ទិន្នន័យ\u{200B}ចាស់៖ តួលេខ {count} ក្នុង\u{200B}ចំណោម {total} យក\u{200B}ពី\u{200B}ការ\u{200B}ផ្សាយ\u{200B}មុន",

    .lowest:
      "{title}៖ ទាប\u{200B}បំផុត\u{200B}នៅ\u{200B}{areas} ({value}) ខ្ពស់\u{200B}បំផុត\u{200B}នៅ\u{200B}{others} ({other})",
    .highest:
      "{title}៖ ខ្ពស់\u{200B}បំផុត\u{200B}នៅ\u{200B}{areas} ({value}) ទាប\u{200B}បំផុត\u{200B}នៅ\u{200B}{others} ({other})",
    .worst: "{title}៖ អាក្រក់\u{200B}បំផុត\u{200B}នៅ\u{200B}{areas}",
    .valued: "{name} ({value})",
    .spread: "{title}៖ ពី {low} នៅ\u{200B}{lowAreas} ដល់ {high} នៅ\u{200B}{highAreas}",
    .same: "{title}៖ {value} ដូច\u{200B}គ្នា\u{200B}ទាំង\u{200B}អស់",
    .measured: "{unit}, {period}",
    .indexMeasure:
      "ពិន្ទុ\u{200B}ពី 0 (ល្អ\u{200B}បំផុត) ដល់ 100 (អាក្រក់\u{200B}បំផុត)",
    .clusterMeasure:
      "ចំណុច\u{200B}ក្ដៅ\u{200B}គឺ\u{200B}{areas}\u{200B}ដែល\u{200B}ធ្ងន់ធ្ងរ ឬ\u{200B}ដែល\u{200B}ខ្លួន\u{200B}និង\u{200B}អ្នក\u{200B}ជិត\u{200B}ខាង\u{200B}មាន\u{200B}ពិន្ទុ\u{200B}ខ្ពស់\u{200B}លើស\u{200B}ពី\u{200B}ការ\u{200B}ចៃដន្យ (Gi*)",
    .noHotspot:
      "{title}៖ គ្មាន\u{200B}ចំណុច\u{200B}ក្ដៅ\u{200B}ក្នុង\u{200B}ចំណោម\u{200B}{areas}\u{200B}ទាំង {total}",
    .oneHotspot: "{title}៖ ចំណុច\u{200B}ក្ដៅ\u{200B}មួយ គឺ\u{200B}{names}",
    .oneUnnamedHotspot:
      "{title}៖ ចំណុច\u{200B}ក្ដៅ\u{200B}មួយ ក្នុង\u{200B}ចំណោម\u{200B}{areas}\u{200B}ទាំង {total}",
    .allHotspots:
      "{title}៖ {areas}\u{200B}ចំនួន {count} ក្នុង\u{200B}ចំណោម {total} ជា\u{200B}ចំណុច\u{200B}ក្ដៅ គឺ\u{200B}{names}",
    .namedHotspots:
      "{title}៖ {areas}\u{200B}ចំនួន {count} ក្នុង\u{200B}ចំណោម {total} ជា\u{200B}ចំណុច\u{200B}ក្ដៅ ច្បាស់\u{200B}ជាង\u{200B}គេ\u{200B}គឺ\u{200B}{names}",
    .hotspots:
      "{title}៖ {areas}\u{200B}ចំនួន {count} ក្នុង\u{200B}ចំណោម {total} ជា\u{200B}ចំណុច\u{200B}ក្ដៅ",

    .evidence: "អ្វី\u{200B}ដែល\u{200B}ដឹង",
    .figuresOf: "ក្នុង\u{200B}ចំណោម\u{200B}តួលេខ {total}",
    .evidenceFinding:
      "អ្វី\u{200B}ដែល\u{200B}ដឹង៖ តួលេខ\u{200B}តិច\u{200B}បំផុត\u{200B}នៅ\u{200B}{areas} ({low} ក្នុង\u{200B}ចំណោម {total}) ច្រើន\u{200B}បំផុត\u{200B}នៅ\u{200B}{others} ({high})",
    .sameEvidence:
      "អ្វី\u{200B}ដែល\u{200B}ដឹង៖ តួលេខ {count} ក្នុង\u{200B}ចំណោម {total} នៅ\u{200B}គ្រប់\u{200B}{areas}",
    .halfAged: "ពាក់\u{200B}កណ្ដាល\u{200B}មាន\u{200B}អាយុ\u{200B}មិន\u{200B}លើស {age} ឆ្នាំ",
    .unsure: "{count} មិន\u{200B}ទាន់\u{200B}ច្បាស់\u{200B}លាស់",
    .gaps:
      "តួលេខ\u{200B}ដែល\u{200B}មិន\u{200B}មាន\u{200B}គ្រប់\u{200B}{areas}\u{200B}ទាំង {total} និង\u{200B}ចំនួន\u{200B}{areas}\u{200B}ដែល\u{200B}មាន៖ {figures}។",
    .unsureExplained:
      "ចំនួន\u{200B}តួលេខ\u{200B}ដែល\u{200B}ប៉ាន់\u{200B}ប្រមាណ បណ្ដោះ\u{200B}អាសន្ន បង្គត់ ចាស់ ឬ\u{200B}មិន\u{200B}គួរ\u{200B}ឱ្យ\u{200B}ទុក\u{200B}ចិត្ត",
    .unsureFigures:
      "តួលេខ {count} ក្នុង\u{200B}{areas} ជា\u{200B}តួលេខ\u{200B}ប៉ាន់\u{200B}ប្រមាណ បណ្ដោះ\u{200B}អាសន្ន បង្គត់ ចាស់ ឬ\u{200B}មិន\u{200B}គួរ\u{200B}ឱ្យ\u{200B}ទុក\u{200B}ចិត្ត។",
    .evidenceMeasure: "ចំនួន\u{200B}តួលេខ\u{200B}ដែល\u{200B}ដឹង ក្នុង\u{200B}ចំណោម {total}",
    .ages:
      "តួលេខ\u{200B}ពាក់\u{200B}កណ្ដាល\u{200B}នៃ\u{200B}{area}\u{200B}នីមួយៗ\u{200B}មាន\u{200B}អាយុ\u{200B}មិន\u{200B}លើស {age} ឆ្នាំ តួលេខ\u{200B}ចាស់\u{200B}បំផុត\u{200B}មក\u{200B}ពី\u{200B}ឆ្នាំ {year}។",
    .oldExplained: "តួលេខ\u{200B}ភាគ\u{200B}ច្រើន\u{200B}មាន\u{200B}អាយុ\u{200B}លើស {age} ឆ្នាំ",
    .figuresKnown: "តួលេខ\u{200B}ក្នុង\u{200B}ចំណោម {total}",
    .lessSure: "មិន\u{200B}ទាន់\u{200B}ច្បាស់\u{200B}លាស់",
    .withInterval: "មាន\u{200B}ចន្លោះ\u{200B}ជឿជាក់ 95%",
    .medianAge: "អាយុ\u{200B}មេដ្យាន (ឆ្នាំ)",
    .oldestYear: "ចាស់\u{200B}បំផុត",
    .newestYear: "ថ្មី\u{200B}បំផុត",
    .figuresMissing: "គ្មាន\u{200B}តួលេខ\u{200B}អំពី",
    .bivariateMeasure: "តួលេខ\u{200B}នីមួយៗ\u{200B}ជា\u{200B}បី\u{200B}ថ្នាក់",
    .worseCorner:
      "កាន់\u{200B}តែ\u{200B}អាក្រក់\u{200B}ទៅ\u{200B}លើ និង\u{200B}ទៅ\u{200B}ស្ដាំ រាប់\u{200B}ជា\u{200B}{areas}",
    .higherCorner:
      "កាន់\u{200B}តែ\u{200B}ខ្ពស់\u{200B}ទៅ\u{200B}លើ និង\u{200B}ទៅ\u{200B}ស្ដាំ រាប់\u{200B}ជា\u{200B}{areas}",
    .bothWorst:
      "{title}៖ អាក្រក់\u{200B}បំផុត\u{200B}ទាំង\u{200B}ពីរ\u{200B}នៅ\u{200B}{areas}",
    .bothHighest:
      "{title}៖ ខ្ពស់\u{200B}បំផុត\u{200B}ទាំង\u{200B}ពីរ\u{200B}នៅ\u{200B}{areas}",
    .bothNowhere:
      "{title}៖ គ្មាន\u{200B}កន្លែង\u{200B}ណា\u{200B}នៅ\u{200B}ថ្នាក់\u{200B}ចុង\u{200B}ក្រោយ\u{200B}ទាំង\u{200B}ពីរ\u{200B}ទេ",
    .bothClasses: "{mark}, {first} និង\u{200B}{second}",
    .symbolsOf: "{size}\u{200B}ជា\u{200B}រង្វង់",
    .coloredSymbolsOf: "{size}\u{200B}ជា\u{200B}រង្វង់៖ {title}",
    .circleSize: "ទំហំ\u{200B}រង្វង់៖ {size}, {measure}",
    .worstClassHolds:
      "{title}៖ {value} ក្នុង\u{200B}ចំណោម {total} ({share}) ស្ថិត\u{200B}នៅ\u{200B}ក្នុង\u{200B}ថ្នាក់\u{200B}អាក្រក់\u{200B}បំផុត គឺ\u{200B}{areas}",
    .unclassedSize:
      "ចំណង\u{200B}ជើង\u{200B}មិន\u{200B}រាប់\u{200B}បញ្ចូល {value} នៅ\u{200B}កន្លែង\u{200B}ដែល\u{200B}គ្មាន\u{200B}ថ្នាក់៖ {areas}។",
    .noSize: "មិន\u{200B}ដឹង\u{200B}{size} ដូច្នេះ\u{200B}មិន\u{200B}បង្ហាញ\u{200B}ទំហំ៖ {names}។",
    .multiplesMeasure: "តួលេខ {count} ក្នុង\u{200B}ថ្នាក់\u{200B}ដូច\u{200B}គ្នា, {period}",
    .worstInMost:
      "អាក្រក់\u{200B}បំផុត\u{200B}តាម\u{200B}តួលេខ {count} ក្នុង\u{200B}ចំណោម {total}៖ {areas}",
    .values: "តួលេខ",
    .tilesOf: "{title}៖ ការ៉េ\u{200B}ស្មើ\u{200B}គ្នា",
    .tilesNote:
      "{area}\u{200B}នីមួយៗ\u{200B}ជា\u{200B}ការ៉េ\u{200B}មួយ\u{200B}ទំហំ\u{200B}ស្មើ\u{200B}គ្នា។ ក្នុង\u{200B}ចំណោម\u{200B}គូ\u{200B}អ្នក\u{200B}ជិត\u{200B}ខាង {pairs} មាន {kept} នៅ\u{200B}ជាប់\u{200B}គ្នា និង {turned} រក្សា\u{200B}ទិស\u{200B}ដៅ។",
    .cartogramOf: "{title}៖ រង្វង់\u{200B}ធំ\u{200B}តាម\u{200B}{size}",
    .cartogramNote:
      "{area}\u{200B}នីមួយៗ\u{200B}ជា\u{200B}រង្វង់\u{200B}នៅ\u{200B}ជិត\u{200B}ទី\u{200B}តាំង\u{200B}របស់\u{200B}ខ្លួន ទំហំ\u{200B}រង្វង់\u{200B}មិន\u{200B}បង្ហាញ\u{200B}ទំហំ\u{200B}ដី\u{200B}ទេ។",

    .countOfAreas: "{areas}\u{200B}ចំនួន {count}",
    .mapOf: "ផែនទី\u{200B}{areas}\u{200B}ចំនួន {total}។ {title}៖ {measure}។",
    .extremes:
      "ខ្ពស់\u{200B}បំផុត៖ {high} នៅ\u{200B}{highAreas}។ ទាប\u{200B}បំផុត៖ {low} នៅ\u{200B}{lowAreas}។",
    .oneValue:
      "តួលេខ\u{200B}គឺ {value} នៅ\u{200B}គ្រប់\u{200B}{areas}\u{200B}ដែល\u{200B}មាន\u{200B}ទិន្នន័យ។",
    .missing: "{status}៖ {names}។",
    .unreliableValues:
      "មិន\u{200B}គួរ\u{200B}ឱ្យ\u{200B}ទុក\u{200B}ចិត្ត មិន\u{200B}បញ្ចូល\u{200B}ក្នុង\u{200B}ថ្នាក់៖ {names}។",
    .clusterCount: "{status}៖ {names}។",
    .and: " និង\u{200B}",
    .list: ", ",

    .survivesWith:
      "ចង្កោម\u{200B}នៅ\u{200B}{where} ({names}) នៅ\u{200B}តែ\u{200B}មាន\u{200B}ក្រោយ\u{200B}ការ\u{200B}កែ\u{200B}តម្រូវ\u{200B}សម្រាប់\u{200B}តេស្ត\u{200B}ច្រើន ដោយ\u{200B}ប្រើ\u{200B}{weights}។",
    .survivesOnlyWith:
      "ចង្កោម\u{200B}នៅ\u{200B}{where} ({names}) នៅ\u{200B}តែ\u{200B}មាន\u{200B}ក្រោយ\u{200B}ការ\u{200B}កែ\u{200B}តម្រូវ\u{200B}សម្រាប់\u{200B}តេស្ត\u{200B}ច្រើន ដោយ\u{200B}ប្រើ\u{200B}{weights} តែ\u{200B}គ្មាន\u{200B}ចង្កោម\u{200B}ណា\u{200B}នៅ\u{200B}មាន\u{200B}ទេ បើ\u{200B}ប្រើ\u{200B}{others}។",
    .survivesNot:
      "ដោយ\u{200B}ប្រើ\u{200B}{weights} គ្មាន\u{200B}ចង្កោម\u{200B}ណា\u{200B}នៅ\u{200B}មាន\u{200B}ក្រោយ\u{200B}ការ\u{200B}កែ\u{200B}តម្រូវ\u{200B}សម្រាប់\u{200B}តេស្ត\u{200B}ច្រើន\u{200B}ទេ (មុន\u{200B}កែ៖ {names})។",
    .survivesElse:
      "ដោយ\u{200B}ប្រើ\u{200B}{weights} អ្វី\u{200B}ដែល\u{200B}នៅ\u{200B}សល់\u{200B}គឺ {names}។",
    .chosenWeights: "ទម្ងន់\u{200B}ដែល\u{200B}បាន\u{200B}ជ្រើស",
    .explicitWeights: "ទម្ងន់\u{200B}ក្នុង\u{200B}និយមន័យ",
    .equalWeights: "ទម្ងន់\u{200B}ស្មើ\u{200B}គ្នា",
    .principalWeights: "ទម្ងន់\u{200B}តាម\u{200B}សមាសភាគ\u{200B}គោល",
    .north: "ភាគ\u{200B}ខាង\u{200B}ជើង",
    .northEast: "ភាគ\u{200B}ឦសាន",
    .east: "ភាគ\u{200B}ខាង\u{200B}កើត",
    .southEast: "ភាគ\u{200B}អាគ្នេយ៍",
    .south: "ភាគ\u{200B}ខាង\u{200B}ត្បូង",
    .southWest: "ភាគ\u{200B}និរតី",
    .west: "ភាគ\u{200B}ខាង\u{200B}លិច",
    .northWest: "ភាគ\u{200B}ពាយ័ព្យ",
    .middle: "ភាគ\u{200B}កណ្ដាល",

    .national: "តួលេខ\u{200B}ទូទាំង\u{200B}ប្រទេស៖ {value} ({period})។",
    .coverage: "{areas}\u{200B}ចំនួន {count} ក្នុង\u{200B}ចំណោម {total} មាន\u{200B}ទិន្នន័យ។",
    .lastRead:
      "{title}៖ ប្រភព\u{200B}ត្រូវ\u{200B}បាន\u{200B}អាន\u{200B}ចុង\u{200B}ក្រោយ\u{200B}នៅ {date}។",
    .statusCount: "តួលេខ\u{200B}ចំនួន {count} ក្នុង\u{200B}ចំណោម {total}៖ {status}។",
    .source: "ប្រភព៖ {sources}។",
    .sources: "ប្រភព៖ {sources}។",
    .terms: "{publisher}, {year} ({licence})",
    .full: "{publisher}៖ {title} ({year})។ {location}។ លក្ខខណ្ឌ៖ {licence}។",
    .boundaries: "ព្រំដែន៖ {credit}។",
    .context: "ផ្ទៃ\u{200B}ទឹក និង\u{200B}ប្រទេស\u{200B}ជុំវិញ៖ {attribution}។",
    .asOf: "គិត\u{200B}ត្រឹម {date}។",
    .credit: "ផែនទី៖ {title}, InclusionAtlas។",
    .projection: "ចំណោល\u{200B}ផែនទី៖ {name}។",

    .pillarNotScored:
      "{pillar}៖ គ្មាន\u{200B}ពិន្ទុ ព្រោះ\u{200B}មាន\u{200B}ទិន្នន័យ\u{200B}តិច\u{200B}{areas}\u{200B}ពេក ក្នុង\u{200B}ចំណោម {total} ({figures})។ ត្រូវ\u{200B}ការ\u{200B}យ៉ាង\u{200B}តិច {needed}។",
    .figuresNotScored:
      "{pillar}៖ ពិន្ទុ\u{200B}មិន\u{200B}រួម\u{200B}បញ្ចូល {figures} ព្រោះ\u{200B}ត្រូវ\u{200B}ការ {needed} ក្នុង\u{200B}ចំណោម {total} {areas}។",
    .figureCount: "{title}៖ {count}",

    .area: "ឈ្មោះ",
    .code: "លេខ\u{200B}កូដ",
    .value: "តួលេខ",
    .trend: "និន្នាការ",
    .interval: "ចន្លោះ\u{200B}ជឿជាក់ 95%",
    .sampleSize: "ទំហំ\u{200B}គំរូ",
    .classNumber: "ថ្នាក់",
    .status: "ស្ថានភាព",
    .reason: "កំណត់\u{200B}សម្គាល់",
    .yes: "បាទ/ចាស",
    .no: "ទេ",
    .score: "ពិន្ទុ",
    .scored: "ពិន្ទុ {value}",
    .rank: "ចំណាត់\u{200B}ថ្នាក់ (1 = អាក្រក់\u{200B}បំផុត)",
    .coverageShare: "ភាគ\u{200B}ទិន្នន័យ\u{200B}ដែល\u{200B}មាន",
    .drivers: "ធាតុ\u{200B}ផ្សំ\u{200B}នៃ\u{200B}ពិន្ទុ",
    .points: "ពិន្ទុ",
    .zScore: "Gi* z",
    .pValue: "p",
    .pAdjusted: "p ដែល\u{200B}បាន\u{200B}កែ",
    .pFloor: "p តូច\u{200B}បំផុត\u{200B}ដែល\u{200B}អាច\u{200B}មាន",
    .neighbors: "ចំនួន\u{200B}អ្នក\u{200B}ជិត\u{200B}ខាង",
    .cluster: "ចង្កោម",
    .isHotspot: "ចំណុច\u{200B}ក្ដៅ",
    .classesBy:
      "ថ្នាក់\u{200B}តាម\u{200B}វិធី {method} កម្រិត\u{200B}ត្រូវ\u{200B}គ្នា {fit} ថ្នាក់\u{200B}នីមួយៗ\u{200B}រាប់\u{200B}បញ្ចូល\u{200B}ព្រំ\u{200B}ខាង\u{200B}លើ។",
    .files: "ឯកសារ",
    .embed: "សម្រាប់\u{200B}បង្កប់\u{200B}ក្នុង\u{200B}ទំព័រ",
    .allMaps: "ផែនទី\u{200B}ទាំង\u{200B}អស់",
    .tableOf: "{title}៖ តួលេខ\u{200B}នៃ\u{200B}ផែនទី",
    .hotspotsOf: "{title}៖ ចំណុច\u{200B}ក្ដៅ",
    .otherLanguage: "ភាសា\u{200B}ខ្មែរ",

    .changes: "អ្វី\u{200B}ដែល\u{200B}បាន\u{200B}ផ្លាស់\u{200B}ប្ដូរ",
    .changedAreas: "{areas}\u{200B}ចំនួន {count} ក្នុង\u{200B}ចំណោម {total} បាន\u{200B}ផ្លាស់\u{200B}ប្ដូរ",
    .sinceLastRelease: "តាំង\u{200B}ពី\u{200B}ការ\u{200B}ផ្សាយ\u{200B}មុន",
    .hotspotGained: "ក្លាយ\u{200B}ជា\u{200B}ចំណុច\u{200B}ក្ដៅ\u{200B}នៃ\u{200B}គម្លាត",
    .hotspotLost: "លែង\u{200B}ជា\u{200B}ចំណុច\u{200B}ក្ដៅ\u{200B}នៃ\u{200B}គម្លាត",
    .redrawn: "ថ្មី ឬ\u{200B}ព្រំប្រទល់\u{200B}បាន\u{200B}គូស\u{200B}ឡើង\u{200B}វិញ",
    .revised: "តួលេខ\u{200B}របស់\u{200B}ខ្លួន\u{200B}បាន\u{200B}ផ្លាស់\u{200B}ប្ដូរ",
    .moved: "ពិន្ទុ ចំណាត់\u{200B}ថ្នាក់ ឬ\u{200B}ថ្នាក់\u{200B}ប្ដូរ\u{200B}ដោយសារ\u{200B}កន្លែង\u{200B}ផ្សេង",
    .unchanged: "មិន\u{200B}ផ្លាស់\u{200B}ប្ដូរ",
  ]
}
