import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import {
  proposalRequestSchema,
  reviewFilterSchema,
  whatIfQuerySchema,
  type Proposal,
  type ReviewFilter,
} from '@endwatch/contracts';
import type { Request } from 'express';
import * as z from 'zod';
import { isoTime } from '../../domain/board/iso-time.ts';
import { proposalsCsv } from '../../domain/review/quality-csv.ts';
import { reviewPolicyOf } from '../../domain/review/what-if/policy.ts';
import {
  ProposalStore,
  type NamedProposal,
  type StoredProposal,
} from '../../pipeline/review-quality.ts';
import { Allow } from '../access/allow.ts';
import { AuditLog } from '../access/audit-log.ts';
import { Who, type Visitor } from '../access/visitor.ts';
import { ZodPipe } from '../zod.pipe.ts';
import { askedPolicy } from './asked-policy.ts';
import { CurrentPolicy } from './current-policy.ts';
import { ReviewDesk } from './review-desk.ts';

const query = reviewFilterSchema.extend(whatIfQuerySchema.shape);
type Asked = z.output<typeof query>;
type NewProposal = z.output<typeof proposalRequestSchema>;

/** What another alert policy would have cost and brought. Nothing is changed from here: what is good goes to the administrator as a proposal. */
@Controller('api/review')
@Allow('review.read')
export class ReviewWhatIfController {
  readonly #desk: ReviewDesk;
  readonly #proposals: ProposalStore;
  readonly #audit: AuditLog;
  readonly #policies: CurrentPolicy;

  constructor(
    desk: ReviewDesk,
    proposals: ProposalStore,
    audit: AuditLog,
    policies: CurrentPolicy,
  ) {
    this.#desk = desk;
    this.#proposals = proposals;
    this.#audit = audit;
    this.#policies = policies;
  }

  @Get('what-if')
  async whatIf(
    @Query(new ZodPipe(query)) asked: Asked,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<string> {
    const filter = await this.#desk.filterOf(visitor, asked);
    const today = this.#policies.today(filter.wards);
    const { preset = null, curve } = asked;
    return this.#desk.view(request, 'what-if', {
      ...{ filter, today, preset, curve, now: this.#desk.now() },
      policy: askedPolicy(asked, reviewPolicyOf(today.shown)),
    });
  }

  @Get('proposals')
  async list(@Req() request: Request): Promise<Proposal[] | string> {
    const json = (await this.#proposals.all()).map(viewOf);
    return this.#desk.answer(request, { view: 'proposals', json, csv: proposalsCsv });
  }

  @Post('proposals')
  async propose(
    @Query(new ZodPipe(reviewFilterSchema)) asked: ReviewFilter,
    @Body(new ZodPipe(proposalRequestSchema)) { policy, note }: NewProposal,
    @Who() visitor: Visitor,
    @Req() request: Request,
  ): Promise<Proposal> {
    const filter = await this.#desk.filterOf(visitor, asked);
    const [today, now] = [this.#policies.today(filter.wards), this.#desk.now()];
    const tried = await this.#desk.views.ask('proposal', { filter, today, policy, now });
    const proposal: StoredProposal = {
      ...{ id: randomUUID(), at: this.#desk.now(), by: visitor.username, note },
      ...{ cohort: textOf(asked), ...tried },
    };
    await this.#proposals.add(proposal);
    await this.#audit.record(request, {
      ...{ action: 'review.propose', subject: proposal.id, detail: { policy, note } },
    });
    return viewOf({ ...proposal, byName: visitor.name });
  }
}

function viewOf({ at, ...proposal }: NamedProposal): Proposal {
  return { ...proposal, at: isoTime(at) };
}

/** The filter as an address has it. */
function textOf(filter: ReviewFilter): string {
  const pairs = Object.entries(filter).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}
