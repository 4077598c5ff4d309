/**
 * What renting costs, in exact decimals of a dollar.
 *
 * <p>{@link dev.gpuadvisor.money.Bill} is the only place that knows what a month costs: from a
 * price, the terms under which it is charged, and how much there is to do. Whatever else speaks of
 * money (budgets, savings, break-even, the cost of a token) asks a bill. Stands on the catalogue
 * alone.
 */
package dev.gpuadvisor.money;
