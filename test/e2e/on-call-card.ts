import type { Locator } from 'playwright-core';

/** What stands on the card of an alert in the hand, part by part, as it is read. */
export interface CardText {
  readonly reason: string[];
  readonly examinations: string[];
  readonly told: string[];
  readonly ages: string[];
  readonly without: string[];
  readonly buttons: string[];
}

export async function cardText(card: Locator): Promise<CardText> {
  const texts = async (parts: string): Promise<string[]> => {
    const all = await card.locator(parts).filter({ visible: true }).allInnerTexts();
    return all.map((one) => one.trim().replaceAll(/\s+/g, ' '));
  };
  return {
    reason: await texts('.reason'),
    examinations: await texts('.examined li'),
    told: await texts('.told li'),
    ages: await texts('.ages div'),
    without: await texts('summary'),
    buttons: await texts('.acts button'),
  };
}

/** Of each part of the card its lower edge on the screen; 0 where it has no size. */
export function lowerEdges(card: Locator, parts: string): Promise<number[]> {
  return card.locator(parts).evaluateAll((all) =>
    all.map((one) => {
      const { width, height, bottom } = one.getBoundingClientRect();
      return width > 0 && height > 0 ? bottom : 0;
    }),
  );
}
