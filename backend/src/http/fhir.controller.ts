import {
  BadRequestException,
  Controller,
  NotFoundException,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { FrontDoor, type DoorEntry } from '../pipeline/front-door.ts';
import { Clock } from '../pipeline/ports.ts';
import { Allow } from './access/allow.ts';

const TAKEN = new Set([
  'Observation',
  'DiagnosticReport',
  'Encounter',
  'Patient',
  'Condition',
  'Location',
  'Procedure',
  'MedicationAdministration',
]);

interface OperationOutcome {
  readonly resourceType: 'OperationOutcome';
  readonly issue: readonly {
    readonly severity: string;
    readonly code: string;
    readonly diagnostics: string;
  }[];
}

/** FHIR R4 by HTTP: answers after the append is durable. */
@Controller('fhir')
@Allow('messages.write')
export class FhirController {
  readonly #door: FrontDoor;
  readonly #clock: Clock;

  constructor(door: FrontDoor, clock: Clock) {
    this.#door = door;
    this.#clock = clock;
  }

  @Post()
  bundle(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.#receive({ request, response, onlyType: null });
  }

  @Post(':type')
  resource(
    @Param('type') type: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (!TAKEN.has(type)) throw new NotFoundException('Endwatch does not take that resource type.');
    return this.#receive({ request, response, onlyType: type });
  }

  async #receive(door: {
    request: Request;
    response: Response;
    onlyType: string | null;
  }): Promise<void> {
    const body: unknown = door.request.body;
    if (!Buffer.isBuffer(body)) {
      throw new BadRequestException('Send FHIR R4 JSON as application/fhir+json.');
    }
    const { isBundle, entries } = await this.#door.receive(body, {
      now: this.#clock.now(),
      onlyType: door.onlyType,
    });
    const answer = door.response.type('application/fhir+json');
    if (isBundle) {
      answer.status(202).send(JSON.stringify(batchResponse(entries)));
      return;
    }
    const [entry] = entries;
    answer.status(entry ? statusOf(entry) : 202).send(JSON.stringify(outcomeOf(entry)));
  }
}

function batchResponse(entries: readonly DoorEntry[]): object {
  return {
    resourceType: 'Bundle',
    type: 'batch-response',
    entry: entries.map((entry) => ({
      response: { status: String(statusOf(entry)), outcome: outcomeOf(entry) },
    })),
  };
}

function statusOf({ refusals }: DoorEntry): number {
  const [first] = refusals;
  if (!first) return 202;
  if (first.code === 'too-large') return 413;
  return first.code === 'not-json' ? 400 : 422;
}

function outcomeOf(entry: DoorEntry | undefined): OperationOutcome {
  const issue = (
    severity: string,
    code: string,
    diagnostics: string,
  ): OperationOutcome['issue'][number] => ({
    severity,
    code,
    diagnostics,
  });
  if (entry && entry.refusals.length > 0) {
    const issues = entry.refusals.map(({ code, detail }) =>
      issue('error', 'processing', `${code}: ${detail}`),
    );
    return { resourceType: 'OperationOutcome', issue: issues };
  }
  const said = entry?.record ? 'taken' : 'not used by Endwatch';
  return { resourceType: 'OperationOutcome', issue: [issue('information', 'informational', said)] };
}
