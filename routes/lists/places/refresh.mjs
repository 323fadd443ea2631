// Writes the names and codes of countries and of their parts that the routes read, from packages that others keep.
//
//   cd routes/lists/places && npm install --ignore-scripts --no-package-lock && node refresh.mjs
//
// To take newer names, raise the versions in package.json, run this, and read the difference before it is committed: what it
// prints as left out is a name of more than one country.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { countries as details } from 'countries-list';
import { iso31661, iso31662, iso31663 } from 'iso-3166';

const require = createRequire(import.meta.url);
const here = path.dirname(new URL(import.meta.url).pathname);
const target = path.join(here, '../../src/main/resources/io/github/camelleadiq/routes/text');
const packageDir = (name) => path.join(here, 'node_modules', name);
const json = (...file) => JSON.parse(fs.readFileSync(path.join(...file), 'utf8'));

const codes = require('i18n-iso-countries/codes.json');
const alpha3 = Object.fromEntries(codes.map(([two, three]) => [two, three]));
const numeric = Object.fromEntries(codes.map(([two, , digits]) => [two, digits]));
const known = [...new Set([...Object.keys(alpha3), ...iso31661.map((country) => country.alpha2)])].sort();

// only to find names of two countries; the routes fold names themselves
const fold = (name) => name.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const languages = {};
for (const file of fs.readdirSync(path.join(packageDir('i18n-iso-countries'), 'langs'))) {
  const { locale, countries } = json(packageDir('i18n-iso-countries'), 'langs', file);
  languages[locale] = countries;
}
// what these languages are called elsewhere, and those that are written in two ways
const main = path.join(packageDir('cldr-localenames-full'), 'main');
const variants = { zh: ['zh', 'zh-Hant', 'zh-Hant-HK'], pt: ['pt', 'pt-PT'], de: ['de', 'de-AT', 'de-CH'], es: ['es', 'es-419', 'es-MX'],
  fr: ['fr', 'fr-CA'], en: ['en', 'en-GB', 'en-AU', 'en-CA'], sr: ['sr', 'sr-Latn'] };
const territories = {};
for (const language of Object.keys(languages)) {
  territories[language] = (variants[language] ?? [language])
    .filter((locale) => fs.existsSync(path.join(main, locale, 'territories.json')))
    .map((locale) => json(main, locale, 'territories.json').main[locale].localeDisplayNames.territories);
}
const ofLanguage = (language, code) => [
  languages[language]?.[code] ?? [],
  (territories[language] ?? []).flatMap((names) => ['', '-alt-short', '-alt-variant'].map((which) => names[code + which] ?? [])),
].flat(2).filter((name) => name !== code);

const own = {};
for (const line of fs.readFileSync(path.join(here, 'names.txt'), 'utf8').split('\n')) {
  const [code, ...names] = line.replace(/^#.*/, '').split(';').map((text) => text.trim());
  if (code) {
    own[code] = [...(own[code] ?? []), ...names];
  }
}

// a country that became another as a whole goes by its old name too
const former = {};
for (const { from, to } of iso31663) {
  const heirs = (to ?? []).filter((heir) => heir.state === 'assigned').map((heir) => heir.alpha2);
  if (heirs.length === 1) {
    former[heirs[0]] = [...(former[heirs[0]] ?? []), from.name];
  }
}

// who comes first keeps a name; among equals a name of two countries is left out
const tiers = [
  (code) => own[code] ?? [],
  (code) => [...ofLanguage('en', code), ...iso31661.filter((country) => country.alpha2 === code).map((country) => country.name)],
  (code) => [details[code]?.native ?? [], ...(details[code]?.languages ?? []).map((language) => ofLanguage(language, code))].flat(),
  (code) => former[code] ?? [],
  (code) => Object.keys(languages).flatMap((language) => ofLanguage(language, code)),
];
const owner = new Map();
const names = Object.fromEntries(known.map((code) => [code, []]));
tiers.forEach((tier, index) => {
  const claims = new Map();
  for (const code of known) {
    for (const name of tier(code)) {
      const key = fold(name);
      // a few letters may be a code, or another language's abbreviation: French has É.-U. for the United States
      const abbreviated = /^[A-Za-z]{1,3}$/.test(name) || (name.includes('.') && key.replace(/ /g, '').length < 5);
      if (key && !/[|\n]/.test(name) && (index === 0 || !abbreviated)) {
        claims.set(key, (claims.get(key) ?? new Map()).set(code, name));
      }
    }
  }
  for (const [key, claimants] of claims) {
    if (owner.has(key)) {
      continue;
    }
    if (claimants.size > 1) {
      console.log('left out, tier', index, key, [...claimants.keys()].join(' '));
      owner.set(key, null);
      continue;
    }
    const [[code, name]] = claimants;
    owner.set(key, code);
    names[code].push(name);
  }
});

function write(file, what, packages, rows) {
  const from = packages.map((name) => {
    const { version, license } = json(packageDir(name), 'package.json');
    return `${name} ${version} (${license})`;
  });
  const header = [
    `# ${what}`,
    `# Generated by routes/lists/places/refresh.mjs from ${from.join(', ')} and what stands beside it. Do not edit.`,
    '# The licences are in NOTICE.',
  ];
  fs.writeFileSync(path.join(target, file), [...header, ...rows].join('\n') + '\n');
  console.log(file, rows.length);
}

fs.mkdirSync(target, { recursive: true });
write('countries.txt', 'Countries: codes of two letters, three letters and three digits (- for none), and names, in all languages.',
  ['cldr-localenames-full', 'countries-list', 'i18n-iso-countries', 'iso-3166'],
  known.map((code) => [code, alpha3[code] ?? '-', numeric[code] ?? '-', ...names[code]].join('|')));

// below a country, whatever the levels are; CRMs have both regions and provinces in one list
write('subdivisions.txt', 'Parts of countries: ISO 3166-2 codes and names.', ['iso-3166'],
  iso31662.map(({ code, name }) => `${code}|${name.replace(/\s*\[[^\]]*\]/g, '').replace(/\*/g, '').trim()}`).sort());
