// The checks of scheme_checks.mjs can fail: each line breaks the shipped scheme (or the plan) in one way, and the named
// check must complain.
import assert from "node:assert/strict";
import { test } from "node:test";

import { checks } from "./scheme_checks.mjs";
import { normalise, read_json, read_text } from "./support.mjs";

const shipped = read_json("assets/schemes/guigang-2023.scheme.json");
const plan = normalise(read_text("assets/schemes/guigang-2023.plan.txt"));

const item = (scheme, id) => scheme.items.find((entry) => entry.id === id);
const indicator = (scheme, id) => scheme.indicators.find((entry) => entry.id === id);
const measure = (scheme, id) => scheme.measures.find((entry) => entry.id === id);
const organisation = (scheme, id) => scheme.organisations.find((entry) => entry.id === id);
const without = (list, id) => list.splice(list.findIndex((entry) => entry.id === id), 1);

const mutations = {
  whole_text: {
    "a character of an item changed": (s) => (item(s, "7.1").text = item(s, "7.1").text.replace("规划化", "规范化")),
    "a clause left out of an item": (s) => (item(s, "6.1").text = item(s, "6.1").text.replace("，淘汰落后产能", "")),
    "an item left out": (s) => without(s.items, "5.2"),
    "two items exchanged": (s) => s.items.splice(0, 2, s.items[1], s.items[0]),
    "a group's title changed": (s) => (s.groups[4].title = "优化生态空间"),
    "the preamble cut": (s) => (s.preamble = s.preamble.slice(0, -1)),
    "the goal changed": (s) => (s.goal = s.goal.replace("显著", "明显")),
    "an item's number changed": (s) => (item(s, "R2").number = "（三）"),
    "a work requirement's text cut": (s) => (item(s, "R3").text = item(s, "R3").text.split("，")[0] + "。"),
  },
  quotes: {
    "an indicator's quote from another item": (s) => (indicator(s, "7.3.a").quote = "争取城镇污水处理率≥95%"),
    "a threshold quote the quote does not have": (s) => (indicator(s, "7.3.a").thresholdQuote = "≥60%"),
    "a measure in other words": (s) => (measure(s, "6.1-m5").quote = "淘汰落后的产能"),
    "a context phrase in other words": (s) => (item(s, "7.3").context = ["坚持实事求是"]),
    "a reading's clause in other words": (s) => (s.readings[0].clause = "完成上级下达的考核任务，保持稳定"),
    "a gate's quote in other words": (s) => (s.gates[0].quote = "全部完成"),
    "an empty quote": (s) => (indicator(s, "7.3.a").quote = ""),
    "a word of strength the quote does not have": (s) => (indicator(s, "7.3.a").obligationWord = "确保"),
    "a units quote left out": (s) => delete item(s, "6.5").unitsQuote,
  },
  coverage: {
    "a measure left out": (s) => without(s.measures, "4.1-m4"),
    "the first clause of an item without a heading left out": (s) => without(s.measures, "3.1-m1"),
    "a measure cut short": (s) => (measure(s, "2.1-m3").quote = "抓好园区集中供热改造、城市扬尘综合治理、柴油货车管控"),
    "a threshold indicator left out": (s) => without(s.indicators, "7.5.a"),
    "a context phrase left out": (s) => delete item(s, "1.3").context,
    "a measure of a requirement left out": (s) => without(s.measures, "R2-m2"),
    "two measures exchanged": (s) => {
      [measure(s, "5.1-m2").quote, measure(s, "5.1-m3").quote] = [measure(s, "5.1-m3").quote, measure(s, "5.1-m2").quote];
    },
    "a measure that overlaps the next": (s) => (measure(s, "6.2-m4").quote = "加强节水管理，积极宣传节水理念"),
    "a result as a measure": (s) => s.measures.push({ id: "5.2-m3", item: "5.2", quote: "禁止非法侵占河道、非法采砂等行为" }),
    "ids of measures with a gap": (s) => (measure(s, "6.5-m1").id = "6.5-m2"),
  },
  thresholds: {
    "a threshold changed": (s) => (indicator(s, "6.3.a").rule.threshold = "4.6"),
    "a threshold with another scale": (s) => (indicator(s, "6.3.a").rule.threshold = "4.50"),
    "strict made inclusive": (s) => (indicator(s, "8.2.b").rule.kind = "atLeast"),
    "inclusive made strict": (s) => (indicator(s, "7.6.a").rule.kind = "moreThan"),
    "at least made at most": (s) => (indicator(s, "1.1.d").rule.kind = "atMost"),
    "two thresholds of one item exchanged": (s) => {
      [indicator(s, "7.4.a").rule.threshold, indicator(s, "7.4.b").rule.threshold] = ["80", "95"];
    },
    "a rule without its number": (s) => (indicator(s, "7.3.a").rule = { kind: "meetsTarget", source: "superior" }),
    "a number the text does not have": (s) => (indicator(s, "3.1.a").rule = { kind: "atLeast", threshold: "60" }),
    "the number of none changed": (s) => (indicator(s, "4.3.c").rule.threshold = "1"),
    "a tolerance added": (s) => (indicator(s, "4.1.d").rule.tolerance = "1"),
    "the unit changed": (s) => (indicator(s, "7.5.a").value.unit = "percent"),
    "a number added to the text": (s) => (item(s, "3.1").text = item(s, "3.1").text.replace("考核目标", "考核目标60%")),
    "a number taken from the text": (s) => (item(s, "7.3").text = item(s, "7.3").text.replace("≥50%", "")),
  },
  wording: {
    "an assigned target made a plan's": (s) => (indicator(s, "3.1.a").rule.source = "plan"),
    "one of two conditions dropped": (s) => (indicator(s, "6.2.b").rule = { kind: "meetsTarget", source: "superior" }),
    "both conditions made either": (s) => (indicator(s, "6.1.a").rule.kind = "anyOf"),
    "a condition the clause does not have": (s) => indicator(s, "2.1.b").rule.kind && (indicator(s, "2.1.b").rule = indicator(s, "2.2.c").rule),
    "stable judged by the assigned target": (s) => (indicator(s, "4.1.d").rule = { kind: "meetsTarget", source: "superior" }),
    "a yearly change without its lower end": (s) => indicator(s, "2.2.a").rule.rules.pop(),
    "not lower than last year instead of the baseline": (s) => (indicator(s, "5.1.a").rule.against = "previousYear"),
    "not higher instead of lower": (s) => (indicator(s, "8.2.a").rule.comparison = "atMost"),
    "a must made a strive": (s) => (indicator(s, "7.4.b").obligation = "strive"),
    "a strive made a must": (s) => (indicator(s, "8.2.c").obligation = "must"),
    "a word of strength dropped": (s) => delete indicator(s, "9.b").obligationWord,
    "a rule without a verdict": (s) => (indicator(s, "6.4.b").rule = { kind: "informational" }),
    "the summary over strive too": (s) => indicator(s, "R1.b").rule.obligations.push("strive"),
    "the summary without measures": (s) => (indicator(s, "R1.b").rule.measures = false),
    "the strive gate required": (s) => (s.gates[3].required = true),
    "the task gate dropped": (s) => without(s.gates, "task"),
  },
  values: {
    "a share bounded at 1000": (s) => (indicator(s, "7.3.a").value.maximum = "1000"),
    "a change bounded at nought": (s) => (indicator(s, "2.2.a").value.minimum = "0"),
    "a rate of decrease bounded at nought": (s) => (indicator(s, "6.3.a").value.minimum = "0"),
    "an area without a lower bound": (s) => delete indicator(s, "5.1.a").value.minimum,
    "a formula with an unknown input": (s) => (indicator(s, "7.3.a").value.formula = "100 * treated / towns"),
    "an input nobody uses": (s) => (indicator(s, "7.3.a").value.formula = "100 * treated / 125"),
    "two levers": (s) => (indicator(s, "7.3.a").value.inputs[1].lever = true),
    "no lever": (s) => delete indicator(s, "7.3.a").value.inputs[0].lever,
    "last year's figure not marked": (s) => delete indicator(s, "6.3.a").value.inputs[2].lastYear,
    "an example outside the bounds": (s) => (indicator(s, "7.3.a").value.example = "150"),
    "no example": (s) => delete indicator(s, "7.3.a").value.example,
    "no direction": (s) => delete indicator(s, "6.1.a").value.direction,
    "a status accepted that is no option": (s) => (indicator(s, "3.2.b").rule.values = ["不太明显"]),
    "every status accepted": (s) => (indicator(s, "3.2.b").rule.values = ["不明显", "明显"]),
    "another measure": (s) => (indicator(s, "1.1.a").value.measure = "1.1-m2"),
    "a measure met when in progress": (s) => indicator(s, "1.1.a").rule.values.push("进行中"),
    "two indicators of one name": (s) => (indicator(s, "5.1.d").name = indicator(s, "5.1.a").name),
  },
  organisations: {
    "a lead unit left out": (s) => item(s, "2.2").leadUnits.pop(),
    "a responsible unit left out": (s) => item(s, "4.1").responsibleUnits.splice(5, 1),
    "a unit too many": (s) => item(s, "9").responsibleUnits.push("group.county-governments"),
    "lead made responsible": (s) => item(s, "1.2").responsibleUnits.unshift(item(s, "1.2").leadUnits.pop()),
    "a unit's name changed": (s) => (organisation(s, "city.customs").name = "海关"),
    "a unit that does not exist": (s) => (item(s, "6.5").leadUnits = ["city.nobody"]),
    "one district left out of (十)": (s) => item(s, "10").responsibleUnits.pop(),
    "a county left out of the counties": (s) => organisation(s, "group.county-governments").members.pop(),
    "a government of another region": (s) => (organisation(s, "gov.450821").region = "450881"),
    "a unit of a requirement that is not in its text": (s) => (item(s, "R2").responsibleUnits = ["group.city-related-departments"]),
  },
  links: {
    "a unit nobody uses": (s) => s.units.push({ id: "mu", label: "亩", name: "亩" }),
    "a unit of measurement that does not exist": (s) => (indicator(s, "7.3.a").value.inputs[0].unit = "village"),
    "an organisation nobody names": (s) => s.organisations.push({ id: "city.nobody", name: "市某局", kind: "department" }),
    "a group without items": (s) => s.groups.push({ id: "11", number: "（十一）", title: "其他", part: "二、重点任务" }),
    "an item without an indicator": (s) => (s.indicators = s.indicators.filter((entry) => entry.item !== "6.5")),
    "an id twice": (s) => (measure(s, "6.1-m2").id = "6.1-m1"),
    "an indicator of another item": (s) => (indicator(s, "7.3.a").item = "7.2"),
    "a reading of an indicator that does not exist": (s) => s.readings[0].indicators.push("2.2.z"),
    "a reading without a choice": (s) => (s.readings[0].alternatives = []),
    "a region that does not exist": (s) => (item(s, "10").appliesWhen.regions[0] = "450801"),
    "a region without a government": (s) => s.regions.push({ id: "450899", name: "某县", level: "county", type: "县", parent: "450800" }),
    "indicators out of order": (s) => s.indicators.reverse(),
  },
  counts: {
    "an indicator left out": (s) => without(s.indicators, "4.2.c"),
    "a measure left out at the end": (s) => s.measures.pop(),
    "(十) for all": (s) => delete item(s, "10").appliesWhen,
    "(十) for another county": (s) => (item(s, "10").appliesWhen.regions[2] = "450821"),
    "another item for three districts": (s) => (item(s, "9").appliesWhen = { regions: ["450802"] }),
    "a region's code changed": (s) => (s.regions[1].id = "450805"),
    "an obligation changed": (s) => (indicator(s, "7.3.a").obligation = "must"),
  },
};

for (const [name, changes] of Object.entries(mutations)) {
  test(`${name} notices`, async (t) => {
    for (const [what, change] of Object.entries(changes)) {
      await t.test(what, () => {
        const scheme = structuredClone(shipped);
        change(scheme);
        assert.notDeepEqual(scheme, shipped, "the change changes nothing");
        assert.notDeepEqual(checks[name](scheme, plan), []);
      });
    }
  });
}

test("whole_text notices a plan that says more", () => {
  assert.notDeepEqual(checks.whole_text(shipped, plan.replace("三、工作要求", "（十一）其他三、工作要求")), []);
});
