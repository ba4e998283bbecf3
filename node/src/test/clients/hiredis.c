// hiredis PORT SECRET VERSION: an empty secret or version leaves it to the library, which sends neither
#include <hiredis/hiredis.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static redisContext *context;

static void demand(int condition, const char *what) {
    if (!condition) {
        printf("%s\n", what);
        exit(1);
    }
}

static redisReply *ask(const char *request, const char *key, const char *value) {
    redisReply *reply = redisCommand(context, request, key, value);
    demand(reply != NULL, request);
    return reply;
}

int main(int count, char **arguments) {
    demand(count == 4, "PORT SECRET VERSION");
    if (HIREDIS_MAJOR < 1 && !strcmp(arguments[3], "3")) {
        printf("skipped: hiredis %d.%d.%d speaks RESP2 alone\n", HIREDIS_MAJOR, HIREDIS_MINOR, HIREDIS_PATCH);
        return 0;
    }
    context = redisConnect("127.0.0.1", atoi(arguments[1]));
    demand(context != NULL && !context->err, "no connection");
    if (strlen(arguments[3]) > 0 && strlen(arguments[2]) > 0) {
        redisReply *hello = redisCommand(context, "HELLO %s AUTH default %s", arguments[3], arguments[2]);
        demand(hello != NULL && hello->type != REDIS_REPLY_ERROR, "HELLO");
    } else if (strlen(arguments[3]) > 0) {
        demand(ask("HELLO %s", arguments[3], NULL)->type != REDIS_REPLY_ERROR, "HELLO");
    } else if (strlen(arguments[2]) > 0) {
        demand(ask("AUTH default %s", arguments[2], NULL)->type == REDIS_REPLY_STATUS, "AUTH");
    }
    demand(!strcmp(ask("PING", NULL, NULL)->str, "PONG"), "PING");
    demand(!strcmp(ask("SET %s %s", "waffle", "yoda")->str, "OK"), "SET");
    demand(!strcmp(ask("GET %s", "waffle", NULL)->str, "yoda"), "GET");
    demand(ask("GET %s", "grace", NULL)->type == REDIS_REPLY_NIL, "GET of nothing");
    demand(ask("EXISTS %s", "waffle", NULL)->integer == 1, "EXISTS");
    demand(ask("KEYS %s", "w*", NULL)->elements == 1, "KEYS");
    redisReply *settings = ask("CONFIG GET %s", "databases", NULL);
    demand(settings->elements == 2 && !strcmp(settings->element[1]->str, "1"), "CONFIG GET");
    demand(strstr(ask("INFO", NULL, NULL)->str, "redis_version:") != NULL, "INFO");
    demand(!strcmp(ask("SOSAD.GET %s", "waffle", NULL)->element[0]->str, "yoda"), "SOSAD.GET");
    demand(strstr(ask("MGET a b", NULL, NULL)->str, "MGET is not supported, because") != NULL, "MGET");
    demand(ask("MULTI", NULL, NULL)->type == REDIS_REPLY_ERROR, "MULTI");
    demand(ask("SET torn 1", NULL, NULL)->type == REDIS_REPLY_ERROR, "SET after MULTI");
    demand(ask("EXEC", NULL, NULL)->type == REDIS_REPLY_ERROR, "EXEC");
    demand(ask("GET torn", NULL, NULL)->type == REDIS_REPLY_NIL, "GET after EXEC");
    demand(ask("DEL %s", "waffle", NULL)->integer == 1, "DEL");
    redisFree(context);
    printf("works with hiredis %d.%d.%d\n", HIREDIS_MAJOR, HIREDIS_MINOR, HIREDIS_PATCH);
    return 0;
}
