// The line at the page's foot, the playground's own: what is typed there goes to the plugins' command line handlers
// or, where it begins with `obsidian:`, to their protocol handlers; beside it what can be done to the host.
import { splitLine, type CliHandlers } from '../outside/cli-handlers.ts';
import type { ProtocolHandlers } from '../outside/protocol-handlers.ts';
import { Platform } from '../ground/platform.ts';
import { preferences, remember } from '../ground/preferences.ts';
import { translate } from '../ground/shell-text.ts';
import { loseDatabases } from '../databases/lost-databases.ts';
import { Notice } from '../ground/notice.ts';

/** What takes the lines that are typed. */
export interface FootApp {
  readonly cli: CliHandlers;
  readonly protocol: ProtocolHandlers;
}

export function drawFoot(app: FootApp, containerEl: HTMLElement): void {
  if (Platform.isPhone || preferences.foot === 'hidden') return;
  document.body.addClass('has-playground-foot');
  const foot = containerEl.createDiv('playground-foot');
  const output = foot.createEl('pre', { cls: 'playground-output', attr: { role: 'status' } });
  output.hide();
  const line = foot.createEl('form', 'playground-foot-line');
  const input = line.createEl('input', {
    type: 'text',
    placeholder: translate('commandLine'),
    attr: { 'aria-label': translate('commandLine'), spellcheck: 'false' },
  });
  const show = (text: string): void => {
    output.setText(text);
    output.toggle(text !== '');
  };
  const run = async (text: string): Promise<string> => {
    if (!text.startsWith('obsidian:')) return app.cli.run(splitLine(text));
    return app.protocol.open(text) ? '' : `${translate('noHandler')}: ${text}`;
  };
  line.addEventListener('submit', (event) => {
    event.preventDefault();
    run(input.value.trim()).then(show, reportError);
  });
  const button = (text: string, act: () => void): void => {
    line.createEl('button', { text, type: 'button' }).addEventListener('click', act);
  };
  const place = preferences.settings === 'window' ? 'modal' : 'window';
  button(translate(place === 'modal' ? 'settingsAsModal' : 'settingsAsWindow'), () => {
    remember('settings', place);
    location.reload();
  });
  button(translate('loseDatabases'), () => {
    new Notice(translate('lostDatabases').replace('{0}', String(loseDatabases(false))));
  });
}
