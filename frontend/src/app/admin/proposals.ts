import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Proposal } from '@endwatch/contracts';
import { WardApi, wordsOf } from '../core/ward-api.ts';
import { aboutWords } from '../review/quality/about-line.ts';
import { ReviewTableView } from '../review/quality/review-table.ts';
import { whatIfQuery } from '../review/what-if/policy-query.ts';
import { comparison, policyWords } from '../review/what-if/what-if-view.ts';
import { PageHead } from '../ui/page-head.ts';
import { Provenance } from '../ui/provenance.ts';
import { accountWords } from '../words/account-words.ts';
import { dateAndTime } from '../words/ages.ts';

/** What the quality team proposes: each with the figures it was proposed with. Nothing is changed by a proposal. */
@Component({
  selector: 'endwatch-proposals',
  imports: [PageHead, Provenance, ReviewTableView, RouterLink],
  templateUrl: './proposals.html',
  styleUrls: ['./admin.scss', './proposals.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Proposals {
  private readonly api = inject(WardApi);
  private readonly proposals = signal<readonly Proposal[] | null>(null);

  protected readonly problem = signal<string | null>(null);
  protected readonly shown = computed(
    () =>
      this.proposals()?.map((proposal) => ({
        ...proposal,
        who: accountWords(proposal.by, proposal.byName),
        when: dateAndTime(Date.parse(proposal.at)),
        words: policyWords(proposal.proposed.policy),
        about: aboutWords({ ...proposal, loadedAfterwards: 0 }),
        query: queryOf(proposal.cohort),
        limits: whatIfQuery('', { policy: proposal.proposed.policy }),
        table: comparison(proposal.proposed, proposal.today),
      })) ?? null,
  );

  constructor() {
    void this.fetch();
  }

  protected async fetch(): Promise<void> {
    this.problem.set(null);
    try {
      this.proposals.set(await this.api.send<Proposal[]>('/api/review/proposals'));
    } catch (error) {
      this.problem.set(wordsOf(error));
    }
  }
}

/** Parameters of an address as the router takes them: one name may come several times. */
function queryOf(text: string): Record<string, string[]> {
  const query = new URLSearchParams(text);
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}
