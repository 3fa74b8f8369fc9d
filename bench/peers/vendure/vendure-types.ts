/** What this folder uses of Vendure, which is not here when the bench is compiled. */
type Service<T> = abstract new (...needs: never[]) => T;
type Context = object;
interface WithId {
  id: string | number;
}

interface Connection {
  rawConnection: {
    getRepository(entity: object): { findOneOrFail(find: object): Promise<object> };
    query(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  };
}

export interface VendureApp {
  get<T>(service: Service<T>): T;
  getHttpServer(): { address(): unknown };
  close(): Promise<void>;
}

export interface Vendure {
  bootstrap(config: object): Promise<VendureApp>;
  PaymentMethodHandler: new (settings: {
    code: string;
    description: object[];
    args: object;
    createPayment(ctx: Context, order: object, amount: number): object;
    settlePayment(): object;
  }) => object;
  DefaultLogger: new (settings: { level: number }) => object;
  LogLevel: { Error: number };
  configureDefaultOrderProcess(settings: { arrangingPaymentRequiresShipping: boolean }): object;
  User: object;
  TransactionalConnection: Service<Connection>;
  RequestContextService: Service<{ create(as: { apiType: 'admin'; user: object }): Promise<Context> }>;
  ProductService: Service<{ create(ctx: Context, input: object): Promise<WithId> }>;
  ProductVariantService: Service<{ create(ctx: Context, input: object[]): Promise<WithId[]> }>;
  CustomerService: Service<{ create(ctx: Context, input: object, password: string): Promise<object> }>;
  SessionService: Service<{ createNewAuthenticatedSession(ctx: Context, user: object, strategy: string): Promise<{ token: string }> }>;
}
