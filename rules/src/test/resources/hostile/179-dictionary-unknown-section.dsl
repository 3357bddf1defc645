# words
[when]a customer=Customer()
[query]x=query q() end
