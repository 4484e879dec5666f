// The versions of Obsidian that the scenarios run in: the oldest that the manifest allows and the latest, on a desktop
// and with the app's own emulation of a phone.
import { resolve } from 'node:path';

const versions = ['earliest', 'latest'];

const capability = (version: string, emulateMobile: boolean): WebdriverIO.Capabilities => ({
  browserName: 'obsidian',
  browserVersion: version,
  'wdio:obsidianOptions': {
    installerVersion: version,
    plugins: ['..'],
    vault: '../sample-vault',
    emulateMobile,
  },
  ...(emulateMobile && {
    'goog:chromeOptions': { mobileEmulation: { deviceMetrics: { width: 390, height: 844 } } },
  }),
});

export const config: WebdriverIO.Config = {
  runner: 'local',
  framework: 'mocha',
  specs: ['./specs/**/*.e2e.ts'],
  maxInstances: 1,
  capabilities: versions.flatMap((version) => [
    capability(version, false),
    capability(version, true),
  ]),
  services: ['obsidian'],
  reporters: ['obsidian'],
  mochaOpts: { ui: 'bdd', timeout: 120_000 },
  cacheDir: resolve('.obsidian-cache'),
  logLevel: 'warn',
};
