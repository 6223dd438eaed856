import type { Language } from '#contract'
import { articleTexts } from './article.js'
import { bundlesTexts } from './bundles.js'
import { captionTexts } from './caption.js'
import { checksTexts } from './checks.js'
import { correctionsTexts } from './corrections.js'
import { cullingTexts } from './culling.js'
import { deskTexts } from './desk.js'
import { embeddedTexts } from './embedded.js'
import { errorTexts } from './errors.js'
import { deliveryTexts } from './delivery.js'
import { exportTexts } from './export.js'
import { factsTexts } from './facts.js'
import { fieldsTexts } from './fields.js'
import { findingTexts } from './finding.js'
import { firstRunTexts } from './first-run.js'
import { importTexts } from './import.js'
import { jobsTexts } from './jobs.js'
import { organiseTexts } from './organise.js'
import { peopleTexts } from './people.js'
import { rightsTexts } from './rights.js'
import { settingsTexts } from './settings.js'
import { sheetTexts } from './sheet.js'
import { sidecarsTexts } from './sidecars.js'
import { storyTexts } from './story.js'
import { toolsTexts } from './tools.js'
import { twinsTexts } from './twins.js'
import { usageTexts } from './usage.js'
import { windowTexts } from './window.js'
import { worklistsTexts } from './worklists.js'

/** Every feature's texts. A new feature adds a file of its own beside this one, and a line here. */
const features = {
  article: articleTexts,
  bundles: bundlesTexts,
  caption: captionTexts,
  checks: checksTexts,
  corrections: correctionsTexts,
  culling: cullingTexts,
  desk: deskTexts,
  embedded: embeddedTexts,
  errors: errorTexts,
  delivery: deliveryTexts,
  export: exportTexts,
  facts: factsTexts,
  fields: fieldsTexts,
  finding: findingTexts,
  firstRun: firstRunTexts,
  import: importTexts,
  jobs: jobsTexts,
  organise: organiseTexts,
  people: peopleTexts,
  rights: rightsTexts,
  settings: settingsTexts,
  sheet: sheetTexts,
  sidecars: sidecarsTexts,
  story: storyTexts,
  tools: toolsTexts,
  twins: twinsTexts,
  usage: usageTexts,
  window: windowTexts,
  worklists: worklistsTexts,
}

type Features = typeof features

/** The texts of the reference language, from which the keys are typed. */
export type ReferenceTexts = { [F in keyof Features]: Features[F]['zh-Hant'] }

function textsIn(language: Language): Record<string, Record<string, string>> {
  return Object.fromEntries(Object.entries(features).map(([feature, texts]) => [feature, texts[language]]))
}

export const resources = { 'zh-Hant': textsIn('zh-Hant'), 'zh-Hans': textsIn('zh-Hans'), en: textsIn('en') }
