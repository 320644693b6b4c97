package org.yiban.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Collectors;
import org.yiban.kernel.ProblemException;

/** Reads what messages of partners say, as JSON. */
public final class MessageContent {

    private MessageContent() {}

    /**
     * The content of a message.
     *
     * @throws ProblemException INVALID_INPUT naming the field that cannot be read
     */
    public static <T> T read(ObjectMapper json, Message message, Class<T> type) {
        try {
            return json.readValue(message.payload(), type);
        } catch (JsonMappingException e) {
            throw ProblemException.invalid(path(e), null, "不符合消息 " + message.type() + " 的格式");
        } catch (JsonProcessingException e) {
            throw ProblemException.invalid("payload", null, "消息 " + message.type() + " 的内容不是 JSON");
        }
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .map(name -> name == null ? "[]" : name)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "payload" : path;
    }
}
