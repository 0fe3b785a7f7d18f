import {
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { mayDo, type Right } from '@endwatch/contracts';
import { SessionService } from '../session/session-service.ts';
import { RIGHT } from './allow.ts';
import { credentialOf } from '../../system/credential.ts';
import type { VisitedRequest } from './visitor.ts';

/** Lets in who has the right that the route names. A route that names none lets nobody in. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #reflector: Reflector;
  readonly #sessions: SessionService;

  constructor(reflector: Reflector, sessions: SessionService) {
    this.#reflector = reflector;
    this.#sessions = sessions;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // The live channel asks for itself, at the handshake and at each join.
    if (context.getType() !== 'http') return true;
    const right = this.#reflector.getAllAndOverride<Right | null | undefined>(RIGHT, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (right === null) return true;
    const request = context.switchToHttp().getRequest<VisitedRequest>();
    const credential = credentialOf(request.headers);
    const visitor = credential === null ? null : await this.#sessions.whoIs(credential);
    if (!visitor) throw new UnauthorizedException('Nobody is signed in.');
    if (right === undefined || !mayDo(visitor.role, right)) {
      throw new ForbiddenException(`A ${visitor.role} account may not do this.`);
    }
    request.visitor = visitor;
    return true;
  }
}
