ALTER TABLE "orders" ADD COLUMN "needs_validation" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
-- Of the orders placed so far, those that staff look at first are the ones that were given no deadline.
update orders set needs_validation = true where state = 'pending' and payment_deadline is null;
