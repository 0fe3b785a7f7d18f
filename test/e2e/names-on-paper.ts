import type { Page } from 'playwright-core';
import { sheetsOf } from '../harness/sheets.ts';

interface Looked {
  readonly ward: string;
  readonly patientId: string;
  readonly name: string;
  readonly named: boolean;
}

/** Whoever may see a patient reads the name on every screen; on paper it is for who treats. */
export async function namesOnPaper(
  open: (path: string) => Promise<Page>,
  { ward, patientId, name, named }: Looked,
): Promise<void> {
  const look = async (page: Page, what: string): Promise<void> => {
    await page.getByText(name).filter({ visible: true }).first().waitFor();
    expect([what, String(await sheetsOf(page)).includes(name)]).toEqual([what, named]);
  };
  const board = await open(`/wards/${ward}`);
  for (const mode of ['Beds', 'Lanes', 'List']) {
    await board.getByRole('button', { name: mode, exact: true }).click();
    await look(board, mode);
  }
  await board.context().close();
  for (const path of [`/wards/${ward}/handover`, `/patients/${patientId}`]) {
    const page = await open(path);
    await look(page, path);
    await page.context().close();
  }
}
