/*
 * Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
 */
package io.github.camelleadiq.client.internal.document;

import io.github.camelleadiq.client.DataPoint;
import java.util.List;
import java.util.Set;

/**
 * A document ready to be sent to one server.
 *
 * @param operationName the name of its operation
 * @param text the document
 * @param variables the variables that it declares
 * @param dataPoints what the selection buys; empty when the operation is free
 * @param droppedFields what was asked for and this server does not have, as {@code Type.field}
 * @param unsupportedVariables variables of arguments that this server does not have
 * @param answer what to look for in an answer to it
 * @param batch makes documents that run this one many times
 */
public record CompiledDocument(
        String operationName,
        String text,
        Set<String> variables,
        Set<DataPoint> dataPoints,
        List<String> droppedFields,
        Set<String> unsupportedVariables,
        AnswerShape answer,
        BatchTemplate batch) {}
