#include "io/document_reader.h"
#include "io/indicator_reader.h"
#include "io/rule_reader.h"
#include "io/words.h"

namespace luping {
namespace {

using Need = ObjectReader::Need;

Item read_item(ObjectReader& reader) {
  Item item;
  item.id = reader.id("id");
  item.group = reader.id("group");
  item.number = reader.text("number");
  item.title = reader.text("title", Need::required);
  item.text = reader.text("text", Need::required);
  item.lead_units = reader.texts("leadUnits", Need::required);
  item.responsible_units = reader.texts("responsibleUnits", Need::required);
  item.units_quote = reader.text("unitsQuote");
  item.context = reader.texts("context");
  item.applies_when = read_condition(reader);
  item.notes = reader.texts("notes");
  return item;
}

void read_parties(ObjectReader& reader, Scheme& scheme) {
  reader.objects(
      "regions",
      [&](ObjectReader& inner) {
        Region region;
        region.id = inner.id("id");
        region.name = inner.text("name", Need::required);
        region.level = inner.word("level", words::kRegionLevels, RegionLevel::county, Need::required);
        region.type = inner.text("type");
        region.parent = inner.text("parent");
        for (auto& [name, value] : inner.figures("attributes"))
          region.attributes.emplace(std::move(name), std::move(value));
        scheme.regions.push_back(std::move(region));
      },
      Need::required);
  reader.objects("organisations", [&](ObjectReader& inner) {
    Organisation organisation;
    organisation.id = inner.id("id");
    organisation.name = inner.text("name", Need::required);
    organisation.kind = inner.word("kind", words::kOrganisationKinds, OrganisationKind::department, Need::required);
    organisation.region = inner.text("region");
    organisation.members = inner.texts("members");
    organisation.note = inner.text("note");
    scheme.organisations.push_back(std::move(organisation));
  });
}

void read_figures(ObjectReader& reader, Scheme& scheme) {
  reader.objects("attributes", [&](ObjectReader& inner) {
    Attribute attribute;
    attribute.id = inner.id("id");
    attribute.name = inner.text("name", Need::required);
    attribute.values = inner.some_texts("values", Need::required);
    scheme.attributes.push_back(std::move(attribute));
  });
  reader.objects("externals", [&](ObjectReader& inner) {
    External external;
    external.id = inner.id("id");
    external.name = inner.text("name", Need::required);
    external.unit = inner.id("unit");
    external.note = inner.text("note");
    scheme.externals.push_back(std::move(external));
  });
  reader.objects("units", [&](ObjectReader& inner) {
    const Decimal one{1, 0};
    Unit unit;
    unit.id = inner.id("id");
    unit.label = inner.text("label", Need::required);
    unit.name = inner.text("name");
    if (inner.has("quantity")) unit.quantity = inner.id("quantity");
    unit.factor = inner.decimal("factor").value_or(one);
    unit.divisor = inner.decimal("divisor").value_or(one);
    scheme.units.push_back(std::move(unit));
  });
}

void read_readings(ObjectReader& reader, Scheme& scheme) {
  reader.objects("readings", [&](ObjectReader& inner) {
    Reading reading;
    reading.id = inner.id("id");
    reading.title = inner.text("title", Need::required);
    reading.clause = inner.text("clause");
    reading.chosen = inner.text("chosen", Need::required);
    reading.alternatives = inner.texts("alternatives");
    reading.reason = inner.text("reason");
    reading.indicators = inner.texts("indicators");
    scheme.readings.push_back(std::move(reading));
  });
}

void read_gates(ObjectReader& reader, Scheme& scheme) {
  reader.objects("gates", [&](ObjectReader& inner) {
    Gate gate;
    gate.id = inner.id("id");
    gate.title = inner.text("title", Need::required);
    gate.quote = inner.text("quote");
    gate.obligations = read_obligations(inner, Need::optional);
    gate.groups = inner.some_texts("groups");
    gate.indicators = inner.some_texts("indicators");
    gate.veto = inner.truth("veto");
    gate.kind = inner.word("kind", words::kGateKinds, GateKind::all_pass, Need::required);
    if (gate.kind == GateKind::at_least_pass) gate.count = inner.integer_from("count", 0, Need::required);
    if (gate.kind == GateKind::share_pass) gate.share = inner.decimal("share", Need::required).value_or(Decimal{});
    gate.required = inner.truth("required", true);
    scheme.gates.push_back(std::move(gate));
  });
}

Scheme read_scheme(ObjectReader& reader) {
  Scheme scheme;
  scheme.id = reader.id("id");
  scheme.version = reader.text("version", Need::required);
  scheme.title = reader.text("title", Need::required);
  scheme.short_title = reader.text("shortTitle");
  scheme.notice = reader.text("notice");
  scheme.years = reader.integers("years", Need::required);
  scheme.target_year = reader.integer("targetYear");
  scheme.comparison_method = reader.word("comparisonMethod", words::kComparisonMethods, ComparisonMethod::exact);
  scheme.open_regions = reader.truth("openRegions");
  reader.object("source", [&](ObjectReader& inner) {
    scheme.document = inner.text("document");
    scheme.basis = inner.text("basis");
  });
  scheme.preamble = reader.text("preamble");
  scheme.goal = reader.text("goal");
  read_parties(reader, scheme);
  read_figures(reader, scheme);
  reader.objects(
      "groups",
      [&](ObjectReader& inner) {
        scheme.groups.push_back(
            {inner.id("id"), inner.text("number"), inner.text("title", Need::required), inner.text("part")});
      },
      Need::required);
  reader.objects(
      "items", [&](ObjectReader& inner) { scheme.items.push_back(read_item(inner)); }, Need::required);
  reader.objects(
      "indicators", [&](ObjectReader& inner) { scheme.indicators.push_back(read_indicator(inner)); }, Need::required);
  reader.objects("measures", [&](ObjectReader& inner) {
    Measure measure;
    measure.id = inner.id("id");
    measure.item = inner.id("item");
    measure.quote = inner.text("quote", Need::required);
    measure.applies_when = read_condition(inner);
    scheme.measures.push_back(std::move(measure));
  });
  read_readings(reader, scheme);
  read_gates(reader, scheme);
  return scheme;
}

}  // namespace

Parsed<Scheme> parse_scheme(std::string_view bytes, std::string_view file) {
  return parse_document<Scheme>(bytes, file, FileKind::scheme, read_scheme,
                                [](const Scheme& scheme) { return check(scheme); });
}

}  // namespace luping
