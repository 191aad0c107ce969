package io.tillstream.invoicestore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Counts a client's calls and what DynamoDB would bill for them. */
final class Meter implements ExecutionInterceptor {

    private final Map<String, DoubleAdder> calls = new ConcurrentHashMap<>();
    private final Map<String, DoubleAdder> units = new ConcurrentHashMap<>();

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        add(calls, name(request), 1);
        return switch (request) {
            case QueryRequest query ->
                query.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case PutItemRequest put ->
                put.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case BatchWriteItemRequest write ->
                write.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            default -> request;
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        add(units, name(context.request()), unitsOf(context.response()));
    }

    double calls(String operation) {
        return calls.getOrDefault(operation, new DoubleAdder()).sum();
    }

    double units(String operation) {
        return units.getOrDefault(operation, new DoubleAdder()).sum();
    }

    @Override
    public String toString() {
        return "calls " + calls + ", units " + units;
    }

    private static double unitsOf(SdkResponse response) {
        return switch (response) {
            case QueryResponse query -> units(query.consumedCapacity());
            case PutItemResponse put -> units(put.consumedCapacity());
            case BatchWriteItemResponse write ->
                write.consumedCapacity().stream().mapToDouble(Meter::units).sum();
            default -> 0;
        };
    }

    private static double units(ConsumedCapacity consumed) {
        return consumed.capacityUnits();
    }

    private static String name(SdkRequest request) {
        return request.getClass().getSimpleName().replace("Request", "");
    }

    private static void add(Map<String, DoubleAdder> counts, String name, double count) {
        counts.computeIfAbsent(name, unseen -> new DoubleAdder()).add(count);
    }
}
