import { ComponentHarness } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';

/** A tile as its reader meets it: words and buttons, whatever they look like. */
export class PatientTileHarness extends ComponentHarness {
  static hostSelector = 'endwatch-patient-tile';

  private readonly link = this.locatorFor('a');
  private readonly button = this.locatorForOptional('button');

  /** Everything there is to read, piece by piece. */
  async words(): Promise<string> {
    const element = TestbedHarnessEnvironment.getNativeElement(await this.host());
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const pieces: string[] = [];
    while (walker.nextNode()) pieces.push(walker.currentNode.textContent?.trim() ?? '');
    return pieces.filter((piece) => piece !== '').join(' ');
  }

  async opens(): Promise<string | null> {
    return (await this.link()).getAttribute('href');
  }

  async offersAcknowledge(): Promise<boolean> {
    const name = await (await this.button())?.getAttribute('aria-label');
    return name?.startsWith('Acknowledge') ?? false;
  }

  async acknowledge(): Promise<void> {
    await (await this.button())?.click();
  }

  /** Labels of the data ages that are called overdue. */
  async overdue(): Promise<string[]> {
    const items = await this.locatorForAll('[data-overdue="true"] dt')();
    return Promise.all(items.map((item) => item.text()));
  }
}
