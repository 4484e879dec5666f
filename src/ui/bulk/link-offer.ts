/**
 * Notices of what became of links to a heading that was tagged where no preview asked before: those that were left
 * alone can be changed still, as part of the tagging, and the choice is remembered.
 */
import { Notice, type Plugin } from 'obsidian';
import type { LinkOffer, LinkOutcome } from '../../vault/writing/write';
import type { NoticeAction } from './action-notice';
import { takeBack } from './undo-actions';
import { undoNotice } from './undo-notice';
import type { UiContext } from '../context';
import { followFromNowOn } from '../notices/follow-links';
import { linkLines } from '../notices/link-lines';
import { LONG_NOTICE } from '../notices/notice-time';

type OfferContext = Pick<
  UiContext,
  'app' | 'writer' | 'operations' | 'settings' | 'language' | 'strings'
>;

/** The offer that was made last, as long as nobody took it. */
const lastOffers = new WeakMap<OfferContext['operations'], LinkOffer>();

/** What the notice's button does, as a command: notices go by themselves, and no key leads to them. */
export function registerChangeLinks(
  host: Pick<Plugin, 'addCommand'>,
  context: OfferContext,
  name: string,
): void {
  host.addCommand({
    id: 'change-links',
    name,
    icon: 'link',
    checkCallback: (checking) => {
      const offer = lastOffers.get(context.operations);
      if (offer && !checking) void changeNow(context, offer);
      return offer !== undefined;
    },
  });
}

/** Shows `lines`, with a button that changes the links of `offer` as long as it can be. */
export function offerNotice(
  context: OfferContext,
  lines: readonly string[],
  offer: LinkOffer,
): void {
  const { operation } = offer;
  undoNotice(context.operations, lines, { way: 'undo', operation }, [offerAction(context, offer)]);
}

/** Says what became of links where nothing else is to be said. */
export function tellLinks(context: OfferContext, links: LinkOutcome): void {
  const lines = linkLines(context.strings, links);
  if (links.offer) offerNotice(context, lines, links.offer);
  else new Notice(lines.join('\n'), LONG_NOTICE);
}

/** A notice's button that changes the links of `offer`, and later ones with their headings. */
export function offerAction(context: OfferContext, offer: LinkOffer): NoticeAction {
  lastOffers.set(context.operations, offer);
  return {
    label: context.strings.tagging.links.changeNow,
    act: () => void changeNow(context, offer),
  };
}

async function changeNow(context: OfferContext, offer: LinkOffer): Promise<void> {
  const { operations, strings, writer } = context;
  const { operation } = offer;
  lastOffers.delete(operations);
  followFromNowOn(context, true);
  const links = await writer.changeLinks(offer);
  if (!links) {
    new Notice(strings.tagging.links.overtaken, LONG_NOTICE);
    return;
  }
  const act = () => void takeBack(context, 'undo', operation);
  undoNotice(operations, linkLines(strings, links), { way: 'undo', operation }, [
    { label: strings.bulk.commands.undo, act },
  ]);
}
