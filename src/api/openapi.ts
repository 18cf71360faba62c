import { z } from 'zod';
import type { App } from '../app.ts';
import type { Route } from '../web/http/route.ts';

/** The API's description, made from the policy table itself: what is served is what is described. */
export function describeApi(app: App, routes: readonly Route[]) {
  const api = routes.filter((route) => route.kind === 'api' || route.path.startsWith('/o/'));
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of api) {
    const path = route.path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Prerna',
      version: app.config.version,
      description: 'Errors are application/problem+json with code, message.hi, message.en and requestId.',
    },
    servers: [{ url: app.config.publicUrl.origin }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'prerna' },
      },
    },
    paths,
  };
}

function operation(route: Route) {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const inPath = names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const who = typeof route.who === 'string' ? route.who : route.who.join(', ');
  return {
    summary: route.summary,
    description: `Who: ${who}. Sees: ${route.owner}.`,
    parameters: [...inPath, ...queryParameters(route.query)],
    ...(route.body && { requestBody: { content: { 'application/json': { schema: toSchema(route.body) } } } }),
    responses: {
      default: {
        description: 'See summary',
        ...(route.answer && { content: { 'application/json': { schema: toSchema(route.answer) } } }),
      },
    },
    security: route.who === 'anyone' ? [] : [{ bearer: [] }, { cookie: [] }],
  };
}

function queryParameters(query: z.ZodType | undefined) {
  if (!query) return [];
  const { properties = {}, required = [] } = toSchema(query);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function toSchema(schema: z.ZodType) {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}
